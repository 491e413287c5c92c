// The office's profile as a form holds it: every box a string, and back.

import {
  NEW_PROFILES,
  type AddressOrder,
  type Language,
  type LetterheadForm,
  type Margins,
  type OfficeProfile,
  type Regime,
} from '../../backend'

export interface ProfileForm {
  officeName: string
  name: string
  inn: string
  kpp: string
  ogrn: string
  address: string
  phone: string
  email: string
  website: string
  bankShown: boolean
  bic: string
  account: string
  bankName: string
  correspondent: string
  post: string
  postEn: string
  signatory: string
  authority: string
  executorShown: boolean
  executorName: string
  executorPhone: string
  form: LetterheadForm
  margins: Margins
  addressOrder: AddressOrder
  logo: string | null
  stamp: string | null
  signature: string | null
  useImages: boolean
  code: boolean
  receipt: boolean
  summary: boolean
  tagline: string
  incoming: string
  outgoing: string
  paper: string
  language: Language
  usualRegime: Regime
  sample: boolean
  approvalOn: boolean
  approverPost: string
  approverName: string
  approvalFinals: boolean
  approvalRefusals: boolean
  approvalAbove: string | null
  approvalPrinted: boolean
}

/** An office that says nothing of itself yet, to somebody who speaks that language. */
export const newForm = (language: Language): ProfileForm => toForm(NEW_PROFILES[language])

export function toForm(profile: OfficeProfile): ProfileForm {
  const { requisites, letterhead, numbering } = profile
  return {
    officeName: profile.name,
    name: requisites.name,
    inn: requisites.inn,
    kpp: requisites.kpp ?? '',
    ogrn: requisites.ogrn ?? '',
    address: requisites.address,
    phone: requisites.phone ?? '',
    email: requisites.email ?? '',
    website: requisites.website ?? '',
    bankShown: requisites.bank !== null,
    bic: requisites.bank?.bic ?? '',
    account: requisites.bank?.account ?? '',
    bankName: requisites.bank?.name ?? '',
    correspondent: requisites.bank?.correspondent ?? '',
    post: requisites.signatory.post,
    postEn: requisites.signatory.post_en,
    signatory: requisites.signatory.name,
    authority: requisites.signatory.authority ?? '',
    executorShown: requisites.executor !== null,
    executorName: requisites.executor?.name ?? '',
    executorPhone: requisites.executor?.phone ?? '',
    form: letterhead.form,
    margins: letterhead.margins,
    addressOrder: letterhead.address_order,
    logo: letterhead.logo,
    stamp: letterhead.stamp,
    signature: letterhead.signature,
    useImages: letterhead.use_images,
    code: letterhead.code,
    receipt: letterhead.receipt,
    summary: letterhead.summary,
    tagline: letterhead.tagline,
    incoming: numbering.incoming,
    outgoing: numbering.outgoing,
    paper: numbering.paper,
    language: profile.language,
    usualRegime: profile.usual_regime,
    sample: profile.sample,
    approvalOn: profile.approval.required,
    approverPost: profile.approval.post,
    approverName: profile.approval.name,
    approvalFinals: profile.approval.finals,
    approvalRefusals: profile.approval.refusals,
    approvalAbove: profile.approval.above,
    approvalPrinted: profile.approval.printed,
  }
}

const orNone = (text: string): string | null => text.trim() || null

export function fromForm(form: ProfileForm): OfficeProfile {
  return {
    name: form.officeName.trim() || form.name.trim(),
    requisites: {
      name: form.name.trim(),
      inn: form.inn.trim(),
      kpp: orNone(form.kpp),
      ogrn: orNone(form.ogrn),
      address: form.address.trim(),
      phone: orNone(form.phone),
      email: orNone(form.email),
      website: orNone(form.website),
      bank: form.bankShown
        ? {
            bic: form.bic.trim(),
            account: form.account.trim(),
            name: form.bankName.trim(),
            correspondent: orNone(form.correspondent),
          }
        : null,
      signatory: {
        post: form.post.trim(),
        post_en: form.postEn.trim(),
        name: form.signatory.trim(),
        authority: orNone(form.authority),
      },
      executor: form.executorShown
        ? { name: form.executorName.trim(), phone: form.executorPhone.trim() }
        : null,
    },
    letterhead: {
      form: form.form,
      margins: form.margins,
      address_order: form.addressOrder,
      logo: form.logo,
      stamp: form.stamp,
      signature: form.signature,
      use_images: form.useImages,
      code: form.code,
      receipt: form.receipt,
      summary: form.summary,
      tagline: form.tagline.trim(),
    },
    numbering: { incoming: form.incoming.trim(), outgoing: form.outgoing.trim(), paper: form.paper.trim() },
    language: form.language,
    sample: form.sample,
    usual_regime: form.usualRegime,
    // They are added and taken out one by one, never by this form.
    own_words: [],
    approval: {
      required: form.approvalOn,
      post: form.approverPost.trim(),
      name: form.approverName.trim(),
      finals: form.approvalFinals,
      refusals: form.approvalRefusals,
      above: form.approvalAbove,
      printed: form.approvalPrinted,
    },
  }
}
