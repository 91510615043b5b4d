import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { type Corner, type Numbering, numbered, patternOf, taken, usualPattern } from './numbering'
import type { EditedDesk, EditedPlan } from './plan'

interface NumberDesksProps {
  plan: EditedPlan
  desks: readonly EditedDesk[]
  onTry: (codes: ReadonlyMap<number, string>) => void
  onApply: (codes: ReadonlyMap<number, string>) => void
  onLeave: () => void
}

const CORNERS: readonly Corner[] = ['top_left', 'top_right', 'bottom_left', 'bottom_right']
const SHOWN = 4

/** New codes for the chosen desks: tried on the map and in words before they are theirs. */
export function NumberDesks({ plan, desks, onTry, onApply, onLeave }: NumberDesksProps) {
  const { t } = useTranslation('places')
  const [numbering, setNumbering] = useState<Numbering>(() => {
    const start: Numbering = {
      pattern: usualPattern(plan, desks[0]?.area ?? ''),
      by: 'rows',
      from: 'top_left',
    }
    onTry(numbered(desks, start))
    return start
  })
  const change = (to: Partial<Numbering>) => {
    const next = { ...numbering, ...to }
    setNumbering(next)
    onTry(numbered(desks, next))
  }
  const codes = numbered(desks, numbering)
  const twice = taken(plan, codes)
  const lines = [...codes].map(([id, code]) => ({
    id,
    from: plan.desks.find((desk) => desk.id === id)?.code ?? '',
    to: code,
  }))
  const changing = lines.filter(({ from, to }) => from !== to)
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t('editor.numbering.pattern')}
        hint={t('editor.numbering.hint')}
        value={numbering.pattern}
        error={patternOf(numbering.pattern) ? null : t('editor.numbering.noDigits')}
        onChange={(pattern) => change({ pattern })}
        autoComplete="off"
        spellCheck={false}
      />
      <SegmentedControl
        label={t('editor.numbering.order')}
        value={numbering.by}
        wide
        segments={[
          { value: 'rows', label: t('editor.numbering.rows') },
          { value: 'columns', label: t('editor.numbering.columns') },
        ]}
        onChange={(by) => change({ by })}
      />
      <Select
        label={t('editor.numbering.from')}
        value={numbering.from}
        options={CORNERS.map((value) => ({ value, label: t(`editor.numbering.corner.${value}`) }))}
        onChange={(from) => change({ from })}
      />
      <div>
        <p className="text-sm font-bold">{t('editor.numbering.preview', { count: changing.length })}</p>
        <ol className="text-sm">
          {[
            ...lines.slice(0, SHOWN),
            ...(lines.length > SHOWN + 1 ? [null] : []),
            ...lines.slice(SHOWN).slice(-1),
          ].map((line) => (
            <li key={line?.id ?? 'more'}>{line ? `${line.from || '—'} → ${line.to}` : '…'}</li>
          ))}
        </ol>
      </div>
      {twice.length > 0 && (
        <Notice tone="warn">
          {t('editor.numbering.taken', { codes: twice.slice(0, 5).join(t('editor.separator')) })}
        </Notice>
      )}
      <p className="text-sm text-quiet">{t('editor.numbering.means')}</p>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={changing.length === 0} onPress={() => onApply(codes)}>
          {t('editor.numbering.apply')}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {t('editor.numbering.leave')}
        </Button>
      </div>
    </div>
  )
}
