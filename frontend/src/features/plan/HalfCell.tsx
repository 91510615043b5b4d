import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { alike, halfState } from '#/api/half-state'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { PopoverButton } from '#/ui/PopoverButton'
import { ChoiceMenu, type MenuChoice } from './ChoiceMenu'
import { HalfFace, halfLook } from './HalfFace'
import type { Half, Part, PlanDay } from './queries'
import { useHalfWords } from './useHalfWords'
import type { UsualDesk } from './usual-desk'

/** What somebody else proposes for a half: how it is said, the mark in the cell, and the answer where choices open. */
export interface Offer {
  said: string
  mark: ReactNode
  answer: (close: () => void) => ReactNode
}

interface HalfCellProps {
  plan: PlanDay
  half: Half
  usual: UsualDesk | null
  busy: boolean
  /** The day is over: shown, and not to be changed. */
  past: boolean
  offer: Offer | null
  onChoose: (choice: MenuChoice, part: Part) => void
}

const CELL =
  'relative flex h-full min-h-12 w-full items-center gap-1.5 rounded-4 px-1.5 text-left text-sm leading-[1.3] rail:gap-2 rail:px-3'

/** Half a day of mine: a press opens the choices. */
export function HalfCell({ plan, half, usual, busy, past, offer, onChoose }: HalfCellProps) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useHalfWords()
  const state = halfState(plan, half)
  if (!state) return <span className={`${CELL} hatched`} />
  const name = `${dayName(plan.day, language)} ${everyday(`part.${half}`)} ${words.said(state)}`
  const look = halfLook(state)
  if (past)
    return (
      <span className={`${CELL} ${look}`}>
        <span className="sr-only">{name}</span>
        {state.kind !== 'empty' && (
          <span aria-hidden="true" className="flex items-center gap-2">
            <HalfFace state={state} />
          </span>
        )}
      </span>
    )
  return (
    <PopoverButton
      placement="bottom start"
      label={t('menu.of', { when: `${dayName(plan.day, language)} ${everyday(`part.${half}`)}` })}
      buttonLabel={offer ? `${name} ${offer.said}` : name}
      buttonClassName={`${CELL} ${look} hover:outline-2 hover:outline-accent ${busy ? 'opacity-60' : ''}`}
      button={
        <>
          <HalfFace state={state} />
          {offer?.mark}
        </>
      }
    >
      {(close) => (
        <>
          {offer?.answer(close)}
          <ChoiceMenu
            half={half}
            whole={alike(plan)}
            state={state}
            usual={usual}
            onChoose={(choice, part) => {
              close()
              onChoose(choice, part)
            }}
          />
        </>
      )}
    </PopoverButton>
  )
}
