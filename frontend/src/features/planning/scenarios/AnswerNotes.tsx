import { useTranslation } from 'react-i18next'
import { Notice } from '#/ui/Notice'
import type { Answer } from '../shapes'

const KNOWN = [
  'few_days',
  'thin_weekdays',
  'weekdays_missing',
  'percentile_beyond_days',
  'days_missing',
  'days_withheld',
  'days_without_source',
  'demand_cut_off',
  'capped_at_roll',
  'some_departments_withheld',
] as const
type Note = (typeof KNOWN)[number]

/** What whoever uses the answer has to know of what it stood on; nothing where there is nothing to say. */
export function AnswerNotes({ answer }: { answer: Answer }) {
  const { t } = useTranslation('planning')
  const notes = answer.basis.notes.filter((note): note is Note => KNOWN.some((known) => known === note))
  if (notes.length === 0) return null
  return (
    <Notice>
      <p className="font-bold">{t('notes.title')}</p>
      <ul className="list-disc ps-5">
        {notes.map((note) => (
          <li key={note}>{t(`notes.${note}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}
