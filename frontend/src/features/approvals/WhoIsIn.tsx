import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sectionDayOptions } from './queries'
import type { TeleworkRequest } from './shapes'

const HALVES = ['am', 'pm'] as const

/** Who of the section will be in the office in the halves asked for. */
export function WhoIsIn({ department, request }: { department: number; request: TeleworkRequest }) {
  const { t } = useTranslation('approvals')
  const section = useQuery(sectionDayOptions(department, request.day)).data
  if (!section) return null
  const halves = HALVES.filter((half) => request.unit !== (half === 'am' ? 'pm' : 'am'))
  const inOffice = (half: 'am' | 'pm') =>
    section.people.filter(({ days }) => days[0]?.[half]?.place === 'office').map(({ person }) => person.name)
  return (
    <section className="mt-4 text-sm">
      <h3 className="font-bold">{t('whoIsIn.title')}</h3>
      <dl>
        {halves.map((half) => {
          const names = inOffice(half)
          return (
            <div key={half} className="mt-1">
              <dt className="text-quiet">{t(`whoIsIn.${half}`, { count: names.length })}</dt>
              <dd>{names.length > 0 ? names.join(t('whoIsIn.between')) : t('whoIsIn.nobody')}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
