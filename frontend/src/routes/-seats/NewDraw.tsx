import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { type DrawAsked, drawPreviewOptions, type SectionDraw } from '#/features/seating/queries'
import type { SeatsSearch } from '#/features/seating/search'
import { useDraw } from '#/features/seating/useDraw'
import { WhenBar } from '#/features/seating/WhenBar'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { DrawResult } from './DrawResult'

interface NewDrawProps {
  departments: readonly components['schemas']['DepartmentBrief'][]
  department: number
  search: SeatsSearch
  onSearch: (change: Partial<SeatsSearch>, replace?: boolean) => void
  onDone: (draw: SectionDraw) => void
}

/** What a draw would give, seen before it is done, and the one button that does it. */
export function NewDraw({ departments, department, search, onSearch, onDone }: NewDrawProps) {
  const { t } = useTranslation('seating')
  const words = useProblemWords()
  const { today, working_days } = useMe()
  const day = search.day ?? working_days[1] ?? working_days[0] ?? today
  const everybody: DrawAsked = {
    department,
    day,
    part: search.part ?? 'full',
    existing: search.existing ?? 'keep',
  }
  const all = useQuery(drawPreviewOptions(everybody))
  const without = new Set(search.without)
  const asked: DrawAsked =
    without.size > 0 && all.data
      ? {
          ...everybody,
          people: all.data.seats.map(({ person }) => person.id).filter((id) => !without.has(id)),
        }
      : everybody
  const preview = useQuery({
    ...drawPreviewOptions(asked),
    enabled: without.size === 0 || all.data !== undefined,
  })
  const { draw } = useDraw(onDone)
  const shown = preview.data
  const count = (outcome: string) => shown?.seats.filter((seat) => seat.outcome === outcome).length ?? 0
  const gets = count('gets')
  const takePart = (person: number, takesPart: boolean) => {
    const left = [...without].filter((id) => id !== person)
    onSearch({ without: takesPart ? (left.length > 0 ? left : undefined) : [...left, person] }, true)
  }
  return (
    <section aria-labelledby="new-draw" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('draw.department')}
          value={String(department)}
          options={departments.map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={(id) => onSearch({ department: Number(id), without: undefined })}
          className="min-w-48"
        />
        <WhenBar
          day={day}
          part={everybody.part}
          onDay={(next) => onSearch({ day: next })}
          onPart={(part) => onSearch({ part, day })}
        />
        <div className="flex flex-col gap-1">
          <span className="text-sm font-bold" aria-hidden="true">
            {t('draw.existing')}
          </span>
          <SegmentedControl
            label={t('draw.existing')}
            value={everybody.existing}
            segments={(['keep', 'redraw'] as const).map((value) => ({ value, label: t(`draw.${value}`) }))}
            onChange={(existing) => onSearch({ existing: existing === 'redraw' ? existing : undefined, day })}
          />
        </div>
      </div>
      <SectionHeading id="new-draw" note={t('draw.previewLead')}>
        {t('draw.preview')}
      </SectionHeading>
      {preview.isError && (
        <ErrorState title={words(preview.error).title} onRetry={() => void preview.refetch()}>
          {words(preview.error).lines.join(' ')}
        </ErrorState>
      )}
      {!shown && !preview.isError && <SkeletonLines lines={6} />}
      {shown && !preview.isError && (
        <>
          <p role="status" className="font-bold">
            {t('draw.summary', {
              gets,
              keeps: count('keeps') + count('assigned'),
              none: count('none'),
              elsewhere: count('elsewhere'),
            })}
          </p>
          {count('none') > 0 && (
            <Notice tone="warn">
              <p className="font-bold">{t('draw.shortTitle', { count: count('none') })}</p>
              <p>{t('draw.shortLead')}</p>
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              kind="primary"
              size="primary"
              busy={draw.isPending}
              isDisabled={gets === 0 || preview.isPlaceholderData}
              onPress={() => draw.mutate(asked)}
            >
              {t('draw.do', { count: gets })}
            </Button>
            <p className="text-sm text-quiet">
              {gets === 0
                ? t('draw.everybodyLeft')
                : shown.repeated > 0
                  ? t('draw.repeated', { count: shown.repeated })
                  : t('draw.parted')}{' '}
              {t('draw.seed', { seed: shown.seed })}
            </p>
          </div>
          <DrawResult
            draw={{ ...shown, seats: shown.seats.filter(({ person }) => !without.has(person.id)) }}
            leftOut={(all.data?.seats ?? []).map(({ person }) => person).filter(({ id }) => without.has(id))}
            onTakesPart={takePart}
          />
        </>
      )}
    </section>
  )
}
