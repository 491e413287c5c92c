// Made by `cargo xtask types`; change the Rust types instead.
import type { FormKind, Language } from '../complaint/words'

/** A form of an answer, as its editor holds it. */
export type Form = {
/** Whether strangers read it, a caller speaks it or a telephone shows it. */
kind: FormKind,
/** Of its words, whatever the letter is in. */
language: Language,
/** Characters it may have; none where nothing limits it. */
limit: number | null,
/** Its parts: one for a reply and a message, several for a call. */
parts: Array<FormPart>, };

export type FormLength = {
/** Unicode scalar values, line ends included. */
chars: number,
/** How many text messages it takes; long ones are cut and paid for one by one. */
messages: number,
/** How many more characters the last of them takes. */
room: number, };

export type FormPart = {
/** Its id: «reply», «opening», «dont» … */
id: string,
/** What stands above it where a form has several parts. */
title: string,
/** As it will be copied, said or sent. */
text: string, };
