// Made by `cargo xtask types`; change the Rust types instead.
import type { LostDocument } from '../office/records'
import type { OfficeInfo } from '../office/setup'

/** Gives the password of a copy, or the recovery key of its office: those of the day it was made. */
export type CopyUnlock = {
/** Names the copy, as the list of copies does. */
copy: string, password: string | null, recovery_key: string | null, };

/** Opens the office used last: with its password, or its recovery key. */
export type OfficeUnlock = { password: string | null, recovery_key: string | null, };

export type PasswordChange = { password: string | null,
/** In place of a password that was lost. */
recovery_key: string | null, new_password: string, };

/** The office once its password was set or taken off. */
export type PasswordDone = { office: OfficeInfo,
/** Documents that were damaged before, and are still. */
damaged: Array<LostDocument>,
/** Folders beside the locked office that hold its records in plain text, for showing only. */
plain_beside: Array<string>, };

/** Takes the password off. */
export type PasswordRemove = { password: string, };

/** Locks the office with the password that was prepared, or takes the recovery key that was. */
export type PasswordSet = {
/** Typed from the paper, which shows that it was noted. */
recovery_key: string, };

/** The recovery key, which is shown and printed and kept nowhere. */
export type RecoveryKeyShown = { recovery_key: string, };
