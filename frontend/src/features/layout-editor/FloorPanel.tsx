import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { addArea } from './area-commands'
import { addDesk } from './desk-commands'
import { NumberField } from './NumberField'
import type { EditedPlan } from './plan'
import type { Tool } from './tools'
import type { DraftHead } from './useDraftSaving'
import type { Run } from './useEditor'

interface FloorPanelProps {
  plan: EditedPlan
  head: DraftHead
  today: string
  tool: Tool
  run: Run
  onHead: (head: DraftHead) => void
}

/** Nothing is chosen: the draft itself, or, with a tool in hand, its way by numbers. */
export function FloorPanel({ plan, head, today, tool, run, onHead }: FloorPanelProps) {
  const { t } = useTranslation('places')
  if (tool === 'desk') return <DeskByNumbers plan={plan} run={run} />
  if (tool === 'draw') return <AreaByNumbers plan={plan} run={run} />
  const keys = ['choose', 'band', 'arrows', 'turn', 'all', 'copy', 'undo'] as const
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t('editor.draftName')}
        value={head.name}
        onChange={(name) => onHead({ ...head, name })}
      />
      <TextField
        label={t('editor.effectiveFrom')}
        type="date"
        min={today}
        value={head.effective_from}
        onChange={(day) => {
          if (day) onHead({ ...head, effective_from: day })
        }}
      />
      <dl className="flex gap-6">
        <div>
          <dt className="text-sm text-quiet">{t('editor.desks')}</dt>
          <dd className="text-2xl font-bold">{plan.desks.length}</dd>
        </div>
        <div>
          <dt className="text-sm text-quiet">{t('editor.areas')}</dt>
          <dd className="text-2xl font-bold">{plan.areas.length}</dd>
        </div>
      </dl>
      <details className="border-t border-card pt-2">
        <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('editor.keys.title')}</summary>
        <dl className="keys-list">
          {keys.map((key) => (
            <div key={key}>
              <dt>{t(`editor.keys.${key}.keys`)}</dt>
              <dd>{t(`editor.keys.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

function DeskByNumbers({ plan, run }: { plan: EditedPlan; run: Run }) {
  const { t } = useTranslation('places')
  const [at, setAt] = useState({ x: round(plan.width / 2), y: round(plan.height / 2) })
  const add = (event: FormEvent) => {
    event.preventDefault()
    run('add', (now) => {
      const added = addDesk(now, at)
      return { plan: added.plan, select: { desks: new Set([added.id]), area: null } }
    })
  }
  return (
    <form className="flex flex-col gap-4" onSubmit={add}>
      <p>{t('editor.placeDesk')}</p>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('editor.middleX')}
          unit="m"
          value={at.x}
          onCommit={(x) => setAt({ ...at, x })}
        />
        <NumberField
          label={t('editor.middleY')}
          unit="m"
          value={at.y}
          onCommit={(y) => setAt({ ...at, y })}
        />
      </div>
      <Button type="submit">{t('editor.addHere')}</Button>
    </form>
  )
}

function AreaByNumbers({ plan, run }: { plan: EditedPlan; run: Run }) {
  const { t } = useTranslation('places')
  const [box, setBox] = useState({ x: 1, y: 1, width: 8, height: 6 })
  const add = (event: FormEvent) => {
    event.preventDefault()
    run('addArea', (now) => {
      const added = addArea(now, box, '')
      return { plan: added.plan, select: { desks: new Set(), area: added.id } }
    })
  }
  const side = (field: keyof typeof box) => (value: number) => setBox({ ...box, [field]: value })
  return (
    <form className="flex flex-col gap-4" onSubmit={add}>
      <p>{t('editor.drawArea')}</p>
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t('editor.left')} unit="m" value={box.x} onCommit={side('x')} />
        <NumberField label={t('editor.top')} unit="m" value={box.y} onCommit={side('y')} />
        <NumberField
          label={t('editor.width')}
          unit="m"
          min={0.5}
          value={box.width}
          onCommit={side('width')}
        />
        <NumberField
          label={t('editor.height')}
          unit="m"
          min={0.5}
          value={box.height}
          onCommit={side('height')}
        />
      </div>
      <p className="text-sm text-quiet">
        {t('editor.floorSize', { width: plan.width, height: plan.height })}
      </p>
      <Button type="submit">{t('editor.addAreaHere')}</Button>
    </form>
  )
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
