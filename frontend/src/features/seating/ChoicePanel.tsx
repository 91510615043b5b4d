import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { CheckIcon, SwapIcon, WandIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { Panel } from '#/ui/Panel'
import { SkeletonLines } from '#/ui/Skeleton'
import { HowDrawn } from './HowDrawn'
import { type ChoiceAsked, choiceOptions, type DeskChoice, type Stretch } from './queries'
import { useBookChoice } from './useBookChoice'
import { choiceReasonWords, problemIn, stretchWords } from './words'

type Booking = components['schemas']['Booking']

interface ChoicePanelProps {
  day: string
  asked: Stretch
  near: number | undefined
  features: ChoiceAsked['features']
  /** Whose desk it is to be; mine where it is left out. */
  person: number | undefined
  /** What I hold then: it is moved to the chosen desk. */
  giveUp: Booking | null
  /** Floor and area in words. */
  placeOf: (desk: DeskChoice['desk']) => string
  /** A desk was chosen: show it on the map. */
  onChosen: (desk: DeskChoice['desk']) => void
  /** It was booked: this panel has done its work. */
  onBooked: (booking: Booking, toast: number) => void
  onDetails: (desk: DeskChoice['desk']) => void
  onClose: () => void
}

/** おまかせ: one desk, why this one, and the two things to press. */
export function ChoicePanel({ day, asked, near, features, person, giveUp, ...on }: ChoicePanelProps) {
  const { t } = useTranslation(['seating', 'everyday'])
  const words = useProblemWords()
  const [besides, setBesides] = useState<number[]>([])
  const found = useQuery(
    choiceOptions({ day, asked, near, features, person, besides, change: giveUp?.id ?? undefined }),
  )
  const book = useBookChoice(asked, on.onBooked)
  const choice = found.data
  const { onChosen } = on

  // Synchronises the map, whose chosen desk lives in the address, with what the server chose.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new choice moves the map, a new render does not
  useEffect(() => {
    if (choice && !found.isPlaceholderData) onChosen(choice.desk)
  }, [choice?.id, found.isPlaceholderData])

  if (found.isError) {
    const noOther = besides.length > 0 && problemIn(found.error).code === 'no_desk_to_choose'
    const { title, lines } = words(found.error)
    return (
      <Panel title={t('choice.heading')} onClose={on.onClose} className="choice-panel">
        <Notice tone="warn">
          <p>{noOther ? t('choice.noOther') : title}</p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
        {noOther && (
          <Button className="mt-3 w-full" onPress={() => setBesides([])}>
            {t('choice.another')}
          </Button>
        )}
      </Panel>
    )
  }
  if (!choice) {
    return (
      <Panel title={t('choice.heading')} onClose={on.onClose} className="choice-panel">
        <SkeletonLines lines={4} className="h-10" />
      </Panel>
    )
  }
  const refused = book.error ? words(book.error) : null
  return (
    <Panel
      title={<span className="whitespace-nowrap">{choice.desk.code}</span>}
      onClose={on.onClose}
      className="choice-panel"
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-quiet" role="status">
          <WandIcon size={18} />
          <span className="sr-only">{choice.desk.code}</span>
          {t('choice.heading')}・{on.placeOf(choice.desk)}
        </p>
        <div>
          <h3 className="mb-1 font-bold">{t('choice.why')}</h3>
          <ul className="space-y-1">
            {choice.reasons.map((reason) => (
              <li key={reason.code} className="flex items-start gap-2">
                <CheckIcon size={18} className="mt-1 shrink-0" />
                <span className="min-w-0">{choiceReasonWords(t, reason)}</span>
              </li>
            ))}
          </ul>
        </div>
        {giveUp && (
          <p className="flex items-start gap-3 rounded-8 bg-solid-gray-50 p-4 text-sm">
            <SwapIcon size={22} />
            <span>
              {t('everyday:desk.willRelease', {
                code: giveUp.desk.code,
                part: stretchWords(t, ofBooking(giveUp)),
              })}
            </span>
          </p>
        )}
        {refused && (
          <Notice tone="warn">
            <p>{refused.title}</p>
            {refused.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        )}
        <div className="flex flex-col gap-3">
          <Button
            kind="primary"
            size="big"
            className="w-full"
            busy={book.isPending}
            isDisabled={found.isPlaceholderData}
            onPress={() => book.mutate({ choice, giveUp })}
          >
            {giveUp ? t('everyday:desk.change') : t('everyday:desk.book', { part: stretchWords(t, asked) })}
          </Button>
          <Button
            size="primary"
            className="w-full"
            busy={found.isPlaceholderData}
            onPress={() => {
              book.reset()
              setBesides([...besides, choice.desk.id])
            }}
          >
            {t('choice.another')}
          </Button>
          <Button kind="link" onPress={() => on.onDetails(choice.desk)}>
            {t('choice.details')}
          </Button>
        </div>
        <HowDrawn choice={choice} />
      </div>
    </Panel>
  )
}

function ofBooking(booking: Booking): Stretch {
  return booking.part ? { part: booking.part } : { start: booking.start, end: booking.end }
}
