import allegations from './allegations.en'
import approval from './approval.en'
import bundle from './bundle.en'
import caseSection from './case.en'
import clocks from './clocks.en'
import controls from './controls.en'
import copies from './copies.en'
import failures from './failures.en'
import fields from './fields.en'
import first from './first.en'
import forms from './forms.en'
import frame from './frame.en'
import help from './help.en'
import intake from './intake.en'
import letter from './letter.en'
import lock from './lock.en'
import norms from './norms.en'
import prices from './prices.en'
import readings from './readings.en'
import posting from './posting.en'
import records from './records.en'
import procedure from './procedure.en'
import register from './register.en'
import retention from './retention.en'
import particulars from './particulars.en'
import settings from './settings.en'
import templates from './templates.en'
import today from './today.en'
import type { ru } from './ru'
import words from './words.en'

export const en: typeof ru = {
  controls,
  words,
  failures,
  fields,
  frame,
  today,
  register,
  first,
  particulars,
  settings,
  norms,
  prices,
  posting,
  procedure,
  records,
  retention,
  copies,
  templates,
  help,
  bundle,
  case: caseSection,
  allegations,
  clocks,
  approval,
  forms,
  letter,
  lock,
  readings,
  intake,
}
