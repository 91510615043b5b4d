import { useTranslation } from 'react-i18next'
import { dateOf, dayName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { placeLook } from '#/ui/place-look'
import { type DayGlance, glanceOf, type HalfGlance } from './glance'
import type { PlanDay } from './queries'

interface DaysAtAGlanceProps {
  name: string
  days: readonly PlanDay[]
  today: string
}

/** Ten working days of somebody in one line: a letter a day, two where the halves are spent at two places; the words for the ear. */
export function DaysAtAGlance({ name, days, today }: DaysAtAGlanceProps) {
  const { t } = useTranslation('people')
  return (
    <ol aria-label={t('comingOf', { name })} className="flex gap-0.5">
      {days.map((plan) => (
        <GlanceCell key={plan.day} glance={glanceOf(plan)} isToday={plan.day === today} />
      ))}
    </ol>
  )
}

function GlanceCell({ glance, isToday }: { glance: DayGlance; isToday: boolean }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const said = useSaid()
  const { day, am, pm, whole } = glance
  // Another desk at the same place is a matter for the words, not for the letters.
  const oneLetter = whole || am?.place === pm?.place
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      className="flex w-7.5 shrink-0 flex-col items-center gap-0.5"
    >
      <span className="sr-only">{t('stripDay', { day: dayName(day, language), what: said(glance) })}</span>
      <span
        aria-hidden="true"
        className={`w-full text-center text-sm leading-[1.3] ${isToday ? 'border-b-[3px] border-accent font-bold' : 'border-b-[3px] border-transparent text-quiet'}`}
      >
        {dateOf(day)}
        <span className="block">{weekday(day, language).slice(0, language === 'ja' ? 1 : 2)}</span>
      </span>
      {oneLetter ? (
        <Letter half={am} tall />
      ) : (
        <>
          <Letter half={am} />
          <Letter half={pm} />
        </>
      )}
    </li>
  )
}

function Letter({ half, tall = false }: { half: HalfGlance | null; tall?: boolean }) {
  const { t } = useTranslation()
  const place = half?.place ?? 'unknown'
  return (
    <span
      aria-hidden="true"
      className={`flex w-full items-center justify-center rounded-4 text-sm leading-[1.3] font-medium ${tall ? 'h-10.5' : 'h-5'} ${placeLook[place]}`}
    >
      {t(`placeLetter.${place}`)}
    </span>
  )
}

/** A day in words, for whoever hears it. */
export function useSaid(): (glance: DayGlance) => string {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  const word = ({ place, code }: HalfGlance) => {
    const spoken = everyday(`place.${place}`)
    return code ? t('atDesk', { place: spoken, code }) : spoken
  }
  return ({ am, pm, whole }) => {
    if (!am && !pm) return t('empty')
    if (whole && am) return word(am)
    if (am && pm) return t('both', { am: word(am), pm: word(pm) })
    if (am) return t('amOnly', { what: word(am) })
    return pm ? t('pmOnly', { what: word(pm) }) : t('empty')
  }
}
