import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { Choice } from '../Choice'
import { FieldGroup } from '../FieldGroup'
import { whole } from '../numbers'
import { placementsOptions, useAskPlacement } from '../queries'
import type { Placement, Proposal, Scenario } from '../shapes'
import { fieldProblems } from '../wrong-fields'
import { FixedSections, NearSections, SomeSections } from './SectionChoices'
import { NOWHERE, SECONDS, STRENGTHS, type WishDraft, wishDraft, wishOf, wrongInWish } from './wish'

/** Where a section's desks come from, the surest first. */
const BASES = ['scenario', 'rates', 'history', 'roll', 'stated'] as const

interface PlacementFormProps {
  scenario: Scenario
  proposal: Proposal
  onAsked: (placement: Placement) => void
  onLeave: () => void
}

/** What the optimiser is asked: the sections of a scenario onto the floors of the hall. */
export function PlacementForm({ scenario, proposal, onAsked, onLeave }: PlacementFormProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const [draft, setDraft] = useState<WishDraft>(() =>
    wishDraft(t('place.named', { name: scenario.name }).slice(0, 100), proposal),
  )
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const ask = useAskPlacement()
  const before = useQuery(placementsOptions()).data?.results ?? []
  const wrong = wrongInWish(draft)
  const told = fieldProblems(ask.error)
  const sections = proposal.sections.map(({ department }) => department)
  const change = (next: Partial<WishDraft>) => {
    if (ask.error) ask.reset()
    setDraft({ ...draft, ...next })
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.name || wrong.mostMoves) {
      // The fields say what is wrong after the next paint.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    ask.mutate(wishOf(draft, scenario.id, proposal), { onSuccess: onAsked })
  }
  return (
    <form ref={form} onSubmit={send} noValidate className="flex max-w-240 flex-col gap-8">
      <HowMuch proposal={proposal} />
      <TextField
        label={t('place.name')}
        value={draft.name}
        maxLength={100}
        error={tried && wrong.name ? t('wrong.required') : (told.name?.join(' ') ?? null)}
        onChange={(name) => change({ name })}
        className="max-w-120"
      />
      <FieldGroup title={t('place.fixedGroup')} lead={t('place.fixedLead')}>
        <FixedSections
          sections={sections}
          floors={proposal.floors.map(({ floor }) => floor)}
          fixed={draft.fixed}
          onChange={(fixed) => change({ fixed })}
        />
      </FieldGroup>
      <FieldGroup title={t('place.countersGroup')} lead={t('place.countersLead')}>
        <Choice
          label={t('place.countersLow')}
          value={draft.countersLow}
          options={[
            ...STRENGTHS.map((value) => ({ value: value as string, label: t(`strength.${value}`) })),
            ...(STRENGTHS.some((value) => value === draft.countersLow)
              ? []
              : [{ value: draft.countersLow, label: draft.countersLow }]),
          ]}
          onChange={(countersLow) => change({ countersLow })}
        />
        <SomeSections
          label={t('place.counters')}
          sections={sections}
          chosen={draft.counters}
          onChange={(counters) => change({ counters })}
        />
      </FieldGroup>
      <FieldGroup title={t('place.nearGroup')} lead={t('place.nearLead')}>
        <NearSections sections={sections} pairs={draft.near} onChange={(near) => change({ near })} />
      </FieldGroup>
      <FieldGroup title={t('place.movesGroup')}>
        <div className="grid items-start gap-4 rail:grid-cols-2">
          <Select
            label={t('place.start')}
            value={draft.start}
            options={[
              { value: 'today', label: t('place.startToday') },
              { value: NOWHERE, label: t('place.startNowhere') },
              ...before
                .filter(({ state, summary }) => summary && (state === 'done' || state === 'cancelled'))
                .map(({ id, name }) => ({ value: String(id), label: t('place.startFrom', { name }) })),
            ]}
            onChange={(start) => change({ start })}
          />
          <TextField
            label={t('place.mostMoves')}
            hint={t('place.mostMovesHint')}
            inputMode="numeric"
            value={draft.mostMoves}
            error={tried && wrong.mostMoves ? t('wrong.moves') : (told.most_moves?.join(' ') ?? null)}
            onChange={(mostMoves) => change({ mostMoves })}
          />
        </div>
        <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type="checkbox"
            checked={draft.sharing}
            onChange={(event) => change({ sharing: event.target.checked })}
            className="mt-0.5 size-6 shrink-0 accent-accent"
          />
          <span>
            {t('place.sharing')}
            <span className="block text-sm text-quiet">{t('place.sharingHint')}</span>
          </span>
        </label>
        <Select
          label={t('place.seconds')}
          value={draft.seconds}
          options={[...new Set([...SECONDS, draft.seconds])].map((value) => ({
            value,
            label: t('place.secondsOf', { count: Number(value) }),
          }))}
          onChange={(seconds) => change({ seconds })}
          className="max-w-60"
        />
      </FieldGroup>
      <RefusedNotice words={ask.error ? words(ask.error) : null} />
      <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap gap-3 border-t border-card bg-white px-4 py-3 rail:bottom-0">
        <Button type="submit" kind="primary" size="primary" busy={ask.isPending}>
          {t('place.do')}
        </Button>
        <Button size="primary" onPress={onLeave}>
          {t('form.leave')}
        </Button>
      </div>
    </form>
  )
}

/** How many sections and desks go onto how many floors, and whether that can be. */
function HowMuch({ proposal: { sections, floors, building } }: { proposal: Proposal }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const desks = sections.reduce((sum, section) => sum + section.desks, 0)
  const room = floors.reduce((sum, floor) => sum + floor.capacity, 0)
  const short = desks - room
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[44em]">
        {t('place.howMuch', {
          sections: whole(sections.length, language),
          desks: whole(desks, language),
          building: building.name,
          floors: whole(floors.length, language),
          room: whole(room, language),
        })}
      </p>
      <p className="max-w-[44em] text-sm text-quiet">
        {t('place.from', {
          what: BASES.map((basis) => ({
            basis,
            count: sections.filter((section) => section.basis === basis).length,
          }))
            .filter(({ count }) => count > 0)
            .map(({ basis, count }) => t(`place.basis.${basis}`, { count }))
            .join(t('separator')),
        })}
      </p>
      {short > 0 && <Notice>{t('place.tooMuch', { desks: whole(short, language) })}</Notice>}
    </div>
  )
}
