import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { placeLook } from '#/ui/place-look'
import { glanceOf, type HalfGlance } from './glance'
import type { PersonPage, PlanDay } from './queries'

/** A person's coming working days, a row each: where in the morning and where in the afternoon. */
export function ComingDays({ person, today }: { person: PersonPage; today: string }) {
  return (
    <ol className="border-t border-solid-gray-420">
      {person.days.map((plan) => (
        <DayRow key={plan.day} plan={plan} person={person} isToday={plan.day === today} />
      ))}
    </ol>
  )
}

function DayRow({ plan, person, isToday }: { plan: PlanDay; person: PersonPage; isToday: boolean }) {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const { am, pm, whole } = glanceOf(plan)
  const desk = plan.stretches.find((stretch) => stretch.desk)?.desk
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-hair"
    >
      <span
        className={`whitespace-nowrap ${isToday ? 'border-l-[3px] border-accent ps-2 font-bold' : 'ps-2.75'}`}
      >
        {dayName(plan.day, language)}
      </span>
      <span className="flex flex-wrap items-center gap-2 py-1">
        {whole ? (
          <Where half={am} />
        ) : (
          <>
            <Where half={am} word={everyday('part.am')} />
            <Where half={pm} word={everyday('part.pm')} />
          </>
        )}
      </span>
      {desk ? (
        <Link
          to="/book"
          search={{ day: plan.day, floor: desk.floor, near: person.id }}
          aria-label={`${dayName(plan.day, language)} ${t('onMapOf', { name: person.name })}`}
          className={`${linkLook} inline-flex min-h-11 items-center text-sm`}
        >
          {t('onMap')}
        </Link>
      ) : (
        <span className="min-h-11" />
      )}
    </li>
  )
}

function Where({ half, word }: { half: HalfGlance | null; word?: string }) {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  const place = half?.place ?? 'unknown'
  return (
    <span
      className={`inline-flex items-center gap-2 rounded-4 px-2 py-1 text-sm whitespace-nowrap ${placeLook[place]}`}
    >
      {word && <span>{word}</span>}
      {half ? (
        <>
          <span className={half.code ? 'max-sm:sr-only' : ''}>{everyday(`place.${half.place}`)}</span>
          {half.code && <b>{half.code}</b>}
        </>
      ) : (
        t('empty')
      )}
    </span>
  )
}
