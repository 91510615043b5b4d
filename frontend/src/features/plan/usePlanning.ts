import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem, type Problem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { dismissToast, showToast } from '#/ui/toasts'
import { type DeskWish, step, takeDesk } from './desk-taking'
import { type LetGo, letGoAsked, sayWords, takeDesksBack, type Word, type Words } from './own-words'
import type { Booking, Part, PlanDay } from './queries'
import { type Choice, halvesOf, withChoice, wordBefore } from './shown-choice'
import { readAnew, useShown } from './useShown'
import type { UsualDesk } from './usual-desk'

/** A choice the server refused, to be shown where it was made. */
export interface RefusedChoice {
  plan: PlanDay
  part: Part
  choice: Choice
  problem: Problem
}

/** A leave or a trip that would let something go: nothing was changed before the answer. */
export interface AskedChoice {
  plans: PlanDay[]
  part: Part
  place: 'trip' | 'leave'
  letsGo: { day: string; what: LetGo[] }[]
}

interface Around {
  from: string
  to: string
  usual: UsualDesk | null
  /** My live bookings of a day. */
  bookingsOf: (day: string) => readonly Booking[]
}

/** What the cells of my plan do: write, show it at once, say it with its undo, keep a refusal where it was made. */
export function usePlanning({ from, to, usual, bookingsOf }: Around) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const { act, busy } = useShown(from, to)
  const [refused, setRefused] = useState<RefusedChoice | null>(null)
  const [asked, setAsked] = useState<AskedChoice | null>(null)

  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  const lastSaid = useRef<number | null>(null)
  // One undo at a time: the undo of something that was changed meanwhile would undo something else.
  const begin = () => {
    setRefused(null)
    if (lastSaid.current !== null) dismissToast(lastSaid.current)
  }
  const say = (what: string, undo?: () => Promise<unknown>) => {
    lastSaid.current = showToast({
      tone: 'done',
      words: what,
      action: undo && {
        label: t('undo'),
        onPress: () => {
          undo()
            .then(() => showToast({ tone: 'done', words: t('undone') }), failed)
            .finally(() => void readAnew(cache))
        },
      },
    })
  }
  const when = (day: string, part: Part) => `${dayName(day, language)} ${everyday(`part.${part}`)}`

  async function takeADesk(
    plan: PlanDay,
    part: Part,
    choice: Extract<Choice, { kind: 'desk' }>,
  ): Promise<void> {
    const { how } = choice
    if (how === 'usual' && !usual) return
    const wish: DeskWish =
      how === 'usual' && usual ? { kind: 'this', desk: usual.id } : { kind: how as 'near' | 'any' }
    const before = mine(plan, part)
    const taken = await act({
      shown: [withChoice(plan, part, 'office', how === 'usual' ? usual : null)],
      run: () => takeDesk({ day: plan.day, part, wish, held: bookingsOf(plan.day) }),
    })
    say(t('said.desk', { when: when(plan.day, part), desk: taken.booking.desk.code }), async () => {
      await taken.undo()
      if (saysSomething(before)) await sayWords(plan.day, before)
    })
  }

  async function sayWord(
    plans: readonly PlanDay[],
    part: Part,
    place: Word['place'],
    letGo: readonly string[] = [],
  ): Promise<void> {
    const before = new Map(plans.map((plan) => [plan.day, mine(plan, part)]))
    const lost = plans.flatMap(({ day }) => (letGo.includes(day) ? [...bookingsOf(day)] : []))
    const asks: AskedChoice['letsGo'] = []
    const done: PlanDay[] = []
    await act({
      shown: plans.map((plan) => withChoice(plan, part, place, null)),
      run: async () => {
        for (const plan of plans) {
          const said = Object.fromEntries(halvesOf(part).map((half) => [half, { place, note: '' }])) as Words
          try {
            await sayWords(plan.day, said, letGo.includes(plan.day))
            done.push(plan)
          } catch (error) {
            const what = letGoAsked(error)
            if (!what) throw error
            asks.push({ day: plan.day, what })
          }
        }
      },
    })
    if (asks.length > 0 && (place === 'trip' || place === 'leave')) {
      const left = plans.filter(({ day }) => asks.some((one) => one.day === day))
      setAsked({ plans: left, part, place, letsGo: asks })
    }
    const [first] = done
    if (!first) return
    const what =
      place === 'usual'
        ? t('usualAgain')
        : place === 'office'
          ? t('officeNoDesk')
          : everyday(`place.${place}`)
    say(
      done.length === 1
        ? t('said.word', { when: when(first.day, part), what })
        : t('said.words', { count: done.length, what }),
      async () => {
        for (const { day } of done) await sayWords(day, before.get(day) ?? {})
        await takeDesksBack(lost)
      },
    )
  }

  return {
    busy,
    refused,
    asked,
    forget: () => setRefused(null),
    choose: (plan: PlanDay, part: Part, choice: Choice) => {
      begin()
      const write =
        choice.kind === 'desk' ? takeADesk(plan, part, choice) : sayWord([plan], part, choice.place)
      write.catch((error: unknown) => {
        if (error instanceof ApiProblem) setRefused({ plan, part, choice, problem: error.problem })
        else failed(error)
      })
    },
    chooseMany: (plans: readonly PlanDay[], place: Word['place']) => {
      begin()
      sayWord(plans, 'full', place).catch(failed)
    },
    /** The answer to `asked`: let the desks go, or leave everything as it is. */
    answer: (goOn: boolean) => {
      const question = asked
      setAsked(null)
      begin()
      if (!goOn || !question) return
      const { plans, part, place } = question
      sayWord(
        plans,
        part,
        place,
        plans.map(({ day }) => day),
      ).catch(failed)
    },
    /** Give up the desks of a part of a day. */
    giveUp: (plan: PlanDay, bookings: readonly number[]) => {
      begin()
      act({
        shown: [withChoice(plan, 'full', 'usual', null)],
        run: () => Promise.all(bookings.map((id) => step(id, 'cancel'))),
      }).then(
        (gone) =>
          say(
            everyday('booking.cancelled', {
              day: dayName(plan.day, language),
              desk: gone[0]?.desk.code ?? '',
            }),
            () => Promise.all(gone.map(({ id }) => step(id, 'restore'))),
          ),
        failed,
      )
    },
    setShift: (plan: PlanDay, shift: NonNullable<PlanDay['shift']>, hours: string) => {
      const before = plan.shift
      begin()
      act({ shown: [{ ...plan, shift }], run: () => sayWords(plan.day, { shift }) }).then(
        () =>
          say(
            t('said.shift', { day: dayName(plan.day, language), hours }),
            before ? () => sayWords(plan.day, { shift: before }) : undefined,
          ),
        failed,
      )
    },
  }
}

function mine(plan: PlanDay, part: Part): Words {
  return Object.fromEntries(halvesOf(part).map((half) => [half, wordBefore(plan, half)])) as Words
}

function saysSomething(said: Words): boolean {
  return [said.am, said.pm].some((word) => word && word.place !== 'usual')
}
