import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { SectionHeading } from '#/ui/SectionHeading'
import { TextField } from '#/ui/TextField'
import { wholeTyped } from '../numbers'
import { useAskPlacement } from '../queries'
import type { Placement } from '../shapes'
import { improvedWish } from './wish'

interface ImprovePartProps {
  placement: Placement
  /** The floor to which each of some sections is to be fixed. */
  pinned: Readonly<Record<number, number>>
  floorName: (id: number) => string
  onUnpin: (department: number) => void
  onAsked: (placement: Placement) => void
}

/** Arrange anew from here with few moves: sections chosen above are fixed, the others stay where they can. */
export function ImprovePart({ placement, pinned, floorName, onUnpin, onAsked }: ImprovePartProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const [typed, setTyped] = useState('5')
  const ask = useAskPlacement()
  const moves = wholeTyped(typed, 0, 2000)
  const chosen = placement.asked.sections.filter(({ department }) => pinned[department] !== undefined)
  return (
    <section aria-labelledby="improve" className="flex flex-col gap-3 print:hidden">
      <SectionHeading id="improve">{t('improve.title')}</SectionHeading>
      <p className="max-w-[44em] text-sm text-quiet">{t('improve.lead')}</p>
      {chosen.length > 0 && (
        <ul aria-label={t('improve.chosen')} className="flex flex-wrap gap-2">
          {chosen.map(({ department, name }) => (
            <li key={department}>
              <Chip chosen onChange={() => onUnpin(department)}>
                {t('place.fixedTo', { name, floor: floorName(pinned[department] ?? 0) })}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-start gap-4">
        <TextField
          label={t('improve.most')}
          inputMode="numeric"
          value={typed}
          error={moves === undefined ? t('wrong.moves') : null}
          onChange={setTyped}
          className="w-56"
        />
        <Button
          size="primary"
          className="sm:mt-8"
          isDisabled={moves === undefined}
          busy={ask.isPending}
          onPress={() =>
            ask.mutate(improvedWish(placement, nameOfNext(placement.name), pinned, moves ?? null), {
              onSuccess: onAsked,
            })
          }
        >
          {t('improve.do')}
        </Button>
      </div>
      <RefusedNotice words={ask.error ? words(ask.error) : null} />
    </section>
  )
}

const NUMBERED = /^(.*) (\d+)$/su
const LONGEST_NAME = 100

/** `配置 2` after `配置`, `配置 3` after that. */
export function nameOfNext(name: string): string {
  const [, plain, number] = NUMBERED.exec(name) ?? []
  const next = ` ${number ? Number(number) + 1 : 2}`
  return (plain ?? name).slice(0, LONGEST_NAME - next.length) + next
}
