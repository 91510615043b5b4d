import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { ArrangePart } from './ArrangePart'
import { isOverridden, lyingIn } from './belonging'
import { DeskHolder } from './DeskHolder'
import { changeDesks, giveFeature, moveDesks, removeDesks, turnDesks } from './desk-commands'
import { TURN_DEGREES } from './keys'
import { NumberField } from './NumberField'
import { DESK_MODES, type DeskMode, type EditedDesk, type EditedPlan, FEATURES } from './plan'
import { boxAround } from './shapes'
import { CopyIcon, NumberIcon, TrashIcon, TurnIcon } from './tool-icons'
import type { Run } from './useEditor'

interface DesksPanelProps {
  plan: EditedPlan
  desks: readonly EditedDesk[]
  run: Run
  onCopy: () => void
  onNumber: () => void
}

type ModeOrMixed = DeskMode | 'mixed'
const LEAST_METRES = 0.1

/** What the chosen desks are, to change for all of them: everything a drag does, as fields. */
export function DesksPanel({ plan, desks, run, onCopy, onNumber }: DesksPanelProps) {
  const { t } = useTranslation(['places', 'everyday'])
  const ids = new Set(desks.map((desk) => desk.id))
  const key = [...ids].join(' ')
  const only = desks.length === 1 ? desks[0] : undefined
  const box = boxAround(desks)
  const mode: ModeOrMixed = shared(desks, (desk) => desk.mode) ?? 'mixed'
  const area = shared(desks, (desk) => desk.area)
  const corner = only ?? box
  const mixed = t('editor.mixed')
  const size = (field: 'width' | 'height') => (value: number) =>
    run('size', (now) => changeDesks(now, ids, { [field]: value }))
  const modes = DESK_MODES.map((value) => ({
    value: value as ModeOrMixed,
    label: t(`editor.modes.${value}`),
  }))
  const areas = [
    ...(area === null ? [{ value: '*', label: mixed, disabled: true }] : []),
    ...(area === '' ? [{ value: '', label: t('editor.noArea'), disabled: true }] : []),
    ...plan.areas.map((one) => ({ value: one.code, label: `${one.code} ${one.name}`.trim() })),
  ]
  return (
    <div className="flex flex-col gap-4">
      {only && (
        <TextField
          label={t('editor.code')}
          value={only.code}
          onChange={(code) => run('code', (now) => changeDesks(now, ids, { code }), `code ${key}`)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('editor.left')}
          unit="m"
          value={corner?.x ?? null}
          onCommit={(x) => run('move', (now) => moveDesks(now, ids, x - (corner?.x ?? 0), 0), `x ${key}`)}
        />
        <NumberField
          label={t('editor.top')}
          unit="m"
          value={corner?.y ?? null}
          onCommit={(y) => run('move', (now) => moveDesks(now, ids, 0, y - (corner?.y ?? 0)), `y ${key}`)}
        />
        <NumberField
          label={t('editor.width')}
          unit="m"
          min={LEAST_METRES}
          mixed={mixed}
          value={shared(desks, (desk) => desk.width)}
          onCommit={size('width')}
        />
        <NumberField
          label={t('editor.height')}
          unit="m"
          min={LEAST_METRES}
          mixed={mixed}
          value={shared(desks, (desk) => desk.height)}
          onCommit={size('height')}
        />
        <NumberField
          label={t('editor.rotation')}
          unit="°"
          step={TURN_DEGREES}
          mixed={mixed}
          value={shared(desks, (desk) => desk.rotation)}
          onCommit={(to) =>
            run(
              'turn',
              (now) =>
                only
                  ? turnDesks(now, ids, to - only.rotation)
                  : changeDesks(now, ids, { rotation: ((to % 360) + 360) % 360 }),
              `r ${key}`,
            )
          }
        />
        <Button
          kind="quiet"
          className="self-end"
          icon={<TurnIcon size={20} />}
          onPress={() => run('turn', (now) => turnDesks(now, ids, TURN_DEGREES), `R ${key}`)}
        >
          {t('editor.turnBy', { degrees: TURN_DEGREES })}
        </Button>
      </div>
      {desks.length > 1 && <ArrangePart ids={ids} count={desks.length} run={run} />}
      <Select
        label={t('editor.mode')}
        value={mode}
        options={mode === 'mixed' ? [{ value: 'mixed', label: mixed, disabled: true }, ...modes] : modes}
        onChange={(value) => {
          if (value !== 'mixed') run('mode', (now) => changeDesks(now, ids, { mode: value }))
        }}
      />
      {only?.mode === 'assigned' && (
        <DeskHolder
          number={only.assigned_to}
          onPick={(assigned_to) => run('assign', (now) => changeDesks(now, ids, { assigned_to }))}
        />
      )}
      <fieldset className="m-0 p-0">
        <legend className="mb-1 text-sm font-bold">{t('editor.features')}</legend>
        <div className="flex flex-wrap gap-2">
          {FEATURES.map((feature) => {
            const having = desks.filter((desk) => desk.features.includes(feature)).length
            return (
              <Chip
                key={feature}
                chosen={having === desks.length}
                onChange={(has) => run('features', (now) => giveFeature(now, ids, feature, has))}
              >
                {t(`everyday:feature.${feature}`)}
                {having > 0 && having < desks.length && ` ${having}/${desks.length}`}
              </Chip>
            )
          })}
        </div>
      </fieldset>
      <Select
        label={t('editor.area')}
        value={area ?? '*'}
        options={areas}
        onChange={(code) => run('area', (now) => changeDesks(now, ids, { area: code }))}
      />
      {only && isOverridden(plan, only) && (
        <Notice>
          {t('editor.overridden', { area: lyingIn(plan, only) })}
          <br />
          <Button
            kind="link"
            onPress={() => run('area', (now) => changeDesks(now, ids, { area: lyingIn(now, only) }))}
          >
            {t('editor.belongHere', { area: lyingIn(plan, only) })}
          </Button>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2 border-t border-card pt-4">
        <Button kind="quiet" size="small" icon={<CopyIcon size={18} />} onPress={onCopy}>
          {t('editor.copy')}
        </Button>
        <Button kind="quiet" size="small" icon={<NumberIcon size={18} />} onPress={onNumber}>
          {t('editor.number')}
        </Button>
        <Button
          kind="destructive"
          size="small"
          icon={<TrashIcon size={18} />}
          onPress={() => run('remove', (now) => removeDesks(now, ids))}
        >
          {t('editor.remove')}
        </Button>
      </div>
    </div>
  )
}

/** What all of them have; null when they differ. */
function shared<Value>(desks: readonly EditedDesk[], value: (desk: EditedDesk) => Value): Value | null {
  const first = desks[0]
  if (!first) return null
  return desks.every((desk) => value(desk) === value(first)) ? value(first) : null
}
