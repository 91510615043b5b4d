import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { LEAST_SIDE, recodeArea, removeArea, renameArea, reshapeArea } from './area-commands'
import { HomesTable } from './HomesTable'
import { NumberField } from './NumberField'
import { OverflowOrder } from './OverflowOrder'
import type { EditedArea, EditedPlan } from './plan'
import { TrashIcon } from './tool-icons'
import type { Run } from './useEditor'

interface AreaPanelProps {
  plan: EditedPlan
  area: EditedArea
  run: Run
  onChooseDesks: () => void
}

/** An area: its code, name and place, whose home it is on which weekday, and where it overflows to. */
export function AreaPanel({ plan, area, run, onChooseDesks }: AreaPanelProps) {
  const { t } = useTranslation('places')
  const { id } = area
  const desks = plan.desks.filter((desk) => desk.area === area.code).length
  const side = (field: 'x' | 'y' | 'width' | 'height') => (value: number) =>
    run('shapeArea', (now) => reshapeArea(now, id, (box) => ({ ...box, [field]: value })), `${field} ${id}`)
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[6rem_1fr] gap-3">
        <TextField
          label={t('editor.areaCode')}
          value={area.code}
          onChange={(code) => run('nameArea', (now) => recodeArea(now, id, code), `code ${id}`)}
          autoComplete="off"
          className="[&_input]:w-full"
        />
        <TextField
          label={t('editor.areaName')}
          value={area.name}
          onChange={(name) => run('nameArea', (now) => renameArea(now, id, name), `name ${id}`)}
          autoComplete="off"
          className="[&_input]:w-full"
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t('editor.left')} unit="m" value={area.x} onCommit={side('x')} />
        <NumberField label={t('editor.top')} unit="m" value={area.y} onCommit={side('y')} />
        <NumberField
          label={t('editor.width')}
          unit="m"
          min={LEAST_SIDE}
          value={area.width}
          onCommit={side('width')}
        />
        <NumberField
          label={t('editor.height')}
          unit="m"
          min={LEAST_SIDE}
          value={area.height}
          onCommit={side('height')}
        />
      </div>
      <HomesTable key={`homes ${id}`} area={area} run={run} />
      <OverflowOrder plan={plan} area={area} run={run} />
      <div className="flex flex-wrap gap-2 border-t border-card pt-4">
        <Button kind="quiet" size="small" isDisabled={desks === 0} onPress={onChooseDesks}>
          {t('editor.chooseDesks', { count: desks })}
        </Button>
        <Button
          kind="destructive"
          size="small"
          icon={<TrashIcon size={18} />}
          onPress={() => run('removeArea', (now) => removeArea(now, id))}
        >
          {t('editor.removeArea')}
        </Button>
      </div>
    </div>
  )
}
