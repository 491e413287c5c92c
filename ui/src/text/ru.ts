import allegations from './allegations.ru'
import approval from './approval.ru'
import bundle from './bundle.ru'
import caseSection from './case.ru'
import clocks from './clocks.ru'
import controls from './controls.ru'
import copies from './copies.ru'
import failures from './failures.ru'
import fields from './fields.ru'
import first from './first.ru'
import forms from './forms.ru'
import frame from './frame.ru'
import help from './help.ru'
import intake from './intake.ru'
import letter from './letter.ru'
import lock from './lock.ru'
import norms from './norms.ru'
import prices from './prices.ru'
import readings from './readings.ru'
import posting from './posting.ru'
import records from './records.ru'
import procedure from './procedure.ru'
import register from './register.ru'
import retention from './retention.ru'
import particulars from './particulars.ru'
import settings from './settings.ru'
import templates from './templates.ru'
import today from './today.ru'
import words from './words.ru'

export const ru = {
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
