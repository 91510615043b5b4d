import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Chip } from '#/ui/Chip'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { Pages } from './Pages'
import { effectCountsOptions, useEffects } from './queries'
import { useEffectWords } from './useEffectWords'

interface EffectsPartProps {
  transfer: number
  /** All of them where none is chosen. */
  kind: string | undefined
  onKind: (kind: string | undefined) => void
  personLink: (id: number, name: string) => ReactNode
}

/** What follows for people from a transfer: how much of each kind, and each with its person. */
export function EffectsPart({ transfer, kind, onKind, personLink }: EffectsPartProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const said = useEffectWords()
  const counts = useQuery(effectCountsOptions(transfer))
  const pages = useEffects(transfer, kind)
  if (counts.isPending) return <SkeletonLines lines={3} className="h-12" />
  if (!counts.data)
    return <ErrorState title={words(counts.error).title} onRetry={() => void counts.refetch()} />
  const kinds = Object.entries(counts.data.counts).filter(([, count]) => count > 0)
  if (kinds.length === 0) {
    return <EmptyState title={t('effects.none')}>{t('effects.noneLead')}</EmptyState>
  }
  return (
    <section aria-labelledby="transfer-effects" className="flex flex-col gap-3">
      <SectionHeading id="transfer-effects">{t('effects.title')}</SectionHeading>
      <p className="font-bold">{t('effects.people', { count: counts.data.people })}</p>
      <p className="max-w-[44em]">{t('effects.lead')}</p>
      <ul aria-label={t('effects.kinds')} className="flex flex-wrap gap-2">
        {kinds.map(([one, count]) => (
          <li key={one}>
            <Chip chosen={one === kind} onChange={(chosen) => onKind(chosen ? one : undefined)}>
              {t('effects.counted', { kind: said.kind(one), amount: t('things', { count }) })}
            </Chip>
          </li>
        ))}
      </ul>
      <Pages
        label={t('effects.title')}
        pages={pages}
        rowKey={({ person, kind: of }, place) => `${place} ${of} ${person?.id}`}
        empty={<EmptyState title={t('effects.none')} />}
      >
        {(effect) => (
          <div className="flex flex-col gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Tag>{said.kind(effect.kind)}</Tag>
              {effect.person && personLink(effect.person.id, effect.person.name)}
              {said.because(effect) && <span className="text-sm text-quiet">{said.because(effect)}</span>}
            </p>
            <p className="max-w-[44em]">{said.sentence(effect)}</p>
          </div>
        )}
      </Pages>
    </section>
  )
}
