import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfState } from '#/api/half-state'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { PlusIcon } from '#/ui/icons'
import { pendingLook, placeLook } from '#/ui/place-look'
import type { Place } from './queries'

interface HalfCellProps {
  day: string
  half: 'am' | 'pm'
  state: HalfState | null
}

const CELL =
  'flex min-h-11 items-center gap-2 rounded-4 px-2 text-sm leading-[1.3] no-underline [overflow-wrap:normal] rail:gap-1.5 rail:px-1.5'
const LINK = 'min-w-0 underline underline-offset-4'

/** Half a day: its place's letter with the desk or how far the request is, and the way to what is missing. */
export function HalfCell({ day, half, state }: HalfCellProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = (what: string) =>
    t('today.stripLink', { day: dayName(day, language), half: t(`part.${half}`), what })
  const toDesk = { to: '/book', search: { day, part: half } } as const

  if (!state || state.kind === 'empty') {
    return (
      <Link
        to="/plan"
        search={{ week: day }}
        aria-label={said(t('today.enter'))}
        className={`${CELL} border border-dashed border-edge text-link hover:bg-ground`}
      >
        <PlusIcon size={16} className="text-quiet" />
        <span className={LINK}>{t('today.enter')}</span>
      </Link>
    )
  }
  switch (state.kind) {
    case 'desk':
      return (
        <Said what={`${t('place.office')} ${state.code}`} look={placeLook.office} place="office" said={said}>
          <span className="whitespace-nowrap">{state.code}</span>
        </Said>
      )
    case 'noDesk':
      return (
        <Link {...toDesk} aria-label={said(t('today.pickDesk'))} className={`${CELL} ${placeLook.office}`}>
          <Letter place="office" />
          <span className={LINK}>{t('today.pickDesk')}</span>
        </Link>
      )
    case 'usual':
      return <Usual day={day} half={half} state={state} said={said} />
    case 'own':
      return (
        <Said what={t(`place.${state.place}`)} look={placeLook[state.place]} place={state.place} said={said}>
          {t(`place.${state.place}`)}
        </Said>
      )
    case 'telework': {
      const word = state.state ? t(`requestState.${state.state}`) : t(`place.${state.place}`)
      return (
        <Said
          what={`${t(`place.${state.place}`)} ${word}`}
          look={placeLook[state.place]}
          place={state.place}
          said={said}
        >
          {word}
        </Said>
      )
    }
    case 'pending': {
      const word = t(`requestState.${state.state}`)
      const what = `${t(`place.${state.place}`)} ${word}`
      if (state.state === 'submitted')
        return (
          <Said what={what} look={pendingLook[state.place]} place={state.place} said={said}>
            {word}
          </Said>
        )
      return (
        <Link
          to="/telework"
          search={{ request: state.request }}
          aria-label={said(what)}
          className={`${CELL} ${placeLook[state.place]}`}
        >
          <Letter place={state.place} />
          <span className={`${LINK} ${state.state === 'returned' ? 'text-warn-text' : ''}`}>{word}</span>
        </Link>
      )
    }
  }
}

/** By the usual week: at the office a desk may follow, telework needs its request. */
function Usual({
  day,
  half,
  state,
  said,
}: {
  day: string
  half: 'am' | 'pm'
  state: Extract<HalfState, { kind: 'usual' }>
  said: (what: string) => string
}) {
  const { t } = useTranslation()
  const { place } = state
  if (place === 'office')
    return (
      <Link
        to="/book"
        search={{ day, part: half }}
        aria-label={said(t('today.pickDesk'))}
        className={`${CELL} border border-card text-quiet`}
      >
        <Letter place="office" />
        <span className={LINK}>{t('today.pickDesk')}</span>
      </Link>
    )
  const word = place === 'home' || place === 'satellite' ? t('requestState.none') : t(`place.${place}`)
  return (
    <Link
      to="/plan"
      search={{ week: day }}
      aria-label={said(`${t(`place.${place}`)} ${word}`)}
      className={`${CELL} border border-card text-quiet`}
    >
      <Letter place={place} />
      <span className={LINK}>{word}</span>
    </Link>
  )
}

interface SaidProps {
  what: string
  look: string
  place: Place
  said: (what: string) => string
  children: ReactNode
}

function Said({ what, look, place, said, children }: SaidProps) {
  return (
    <div className={`${CELL} ${look}`}>
      <Letter place={place} />
      <span className="sr-only">{said(what)}</span>
      <span aria-hidden="true" className="min-w-0">
        {children}
      </span>
    </div>
  )
}

function Letter({ place }: { place: Place }) {
  const { t } = useTranslation()
  return (
    <span aria-hidden="true" className="text-base font-medium">
      {t(`placeLetter.${place}`)}
    </span>
  )
}
