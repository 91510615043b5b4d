import { useTranslation } from 'react-i18next'
import { SectionHeading } from '#/ui/SectionHeading'
import { type Counts, DEEDS, SUBJECTS } from './shapes'
import { useCountWords } from './useCountWords'

/** What changes: in a sentence, and in a table of things and deeds. */
export function CountTable({ counts }: { counts: Counts }) {
  const { t } = useTranslation('directory')
  const sentence = useCountWords()(counts)
  const subjects = SUBJECTS.filter((subject) => DEEDS.some((did) => counts[`${subject}.${did}`]))
  const deeds = DEEDS.filter((did) => SUBJECTS.some((subject) => counts[`${subject}.${did}`]))
  const waits = counts.waits_for_transfer ?? 0
  const lags = counts.lags_behind_transfer ?? 0
  return (
    <section aria-labelledby="run-counts" className="flex flex-col gap-3">
      <SectionHeading id="run-counts">{t('counts.title')}</SectionHeading>
      <p className="max-w-[44em]">{sentence || t('counts.nothing')}</p>
      {subjects.length > 0 && (
        <table
          className="max-w-160 border-collapse tabular-nums max-rail:text-sm"
          aria-labelledby="run-counts"
        >
          <thead>
            <tr className="border-b border-solid-gray-420">
              <td />
              {deeds.map((did) => (
                <th
                  key={did}
                  scope="col"
                  className="px-1 py-2 text-right font-bold whitespace-nowrap rail:px-3"
                >
                  {t(`did.${did}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {subjects.map((subject) => (
              <tr key={subject} className="border-b border-card">
                <th scope="row" className="py-2 pe-2 text-start font-bold">
                  {t(`subject.${subject}`)}
                </th>
                {deeds.map((did) => (
                  <td key={did} className="px-1 py-2 text-right rail:px-3">
                    {counts[`${subject}.${did}`] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {waits > 0 && <p className="text-sm text-quiet">{t('counts.waits', { count: waits })}</p>}
      {lags > 0 && <p className="text-sm text-quiet">{t('counts.lags', { count: lags })}</p>}
    </section>
  )
}
