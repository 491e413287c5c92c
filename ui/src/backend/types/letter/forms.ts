// Made by `cargo xtask types`; change the Rust types instead.
import type { FormKind, Language } from '../complaint/words'

/** A form of an answer, as its editor holds it. */
export type Form = {
/** What it is. */
kind: FormKind,
/** Its language. */
language: Language,
/** Characters it may have; none where nothing limits it. */
limit: number | null,
/** Its parts: one for a reply and a message, several for a call. */
parts: Array<FormPart>, };

/** How long a form is. */
export type FormLength = {
/** Characters. */
chars: number,
/** How many text messages it takes; long ones are cut and paid for one by one. */
messages: number,
/** How many more characters the last of them takes. */
room: number, };

/** A part of a form. */
export type FormPart = {
/** Its id: «reply», «opening», «dont» … */
id: string,
/** Its title. */
title: string,
/** Its words. */
text: string, };
