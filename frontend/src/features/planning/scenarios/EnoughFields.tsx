import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'
import { Choice } from '../Choice'
import { DepartmentNumbers } from './DepartmentNumbers'
import type { DraftPartProps } from './HistoryFields'

const PERCENTILES = [
  { value: '0.9', word: 'percentile.0_9' },
  { value: '0.95', word: 'percentile.0_95' },
  { value: '0.99', word: 'percentile.0_99' },
] as const

/** On how many days the desks have to suffice, how many there are, and who shares none. */
export function EnoughFields({ draft, error, onChange }: DraftPartProps) {
  const { t } = useTranslation('planning')
  const known = PERCENTILES.some(({ value }) => value === draft.percentile)
  return (
    <>
      <Choice
        label={t('form.percentile')}
        hint={t('form.percentileHint')}
        value={draft.percentile}
        options={[
          ...PERCENTILES.map(({ value, word }) => ({ value: value as string, label: t(word) })),
          ...(known ? [] : [{ value: draft.percentile, label: draft.percentile }]),
        ]}
        onChange={(percentile) => onChange({ percentile })}
      />
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <TextField
          label={t('form.desks')}
          hint={t('form.desksHint')}
          inputMode="numeric"
          value={draft.desks}
          error={error('desks')}
          onChange={(desks) => onChange({ desks })}
        />
        <TextField
          label={t('form.target')}
          hint={t('form.targetHint')}
          inputMode="numeric"
          value={draft.target}
          error={error('days_short_target')}
          onChange={(target) => onChange({ target })}
        />
      </div>
      {draft.basis === 'history' && (
        <>
          <Choice
            label={t('form.ownDesks')}
            hint={t('form.ownDesksHint')}
            value={draft.ownDesks}
            options={[
              { value: 'known', label: t('form.ownDesksKnown') },
              { value: 'stated', label: t('form.ownDesksStated') },
            ]}
            onChange={(ownDesks) => onChange({ ownDesks })}
          />
          {draft.ownDesks === 'stated' && (
            <DepartmentNumbers
              addLabel={t('form.addDepartment')}
              unit={t('unit.people')}
              rows={draft.ownDesksBy}
              error={(department) => error(`cannot_share.departments.${department}`)}
              onChange={(ownDesksBy) => onChange({ ownDesksBy })}
            />
          )}
        </>
      )}
    </>
  )
}

/** What seldom has to be said. */
export function FineFields({ draft, error, onChange }: DraftPartProps) {
  const { t } = useTranslation('planning')
  return (
    <div className="grid items-start gap-4 rail:grid-cols-2">
      <TextField
        label={t('form.floorPeople')}
        hint={t('form.floorPeopleHint')}
        inputMode="numeric"
        value={draft.floorPeople}
        error={error('floor_people')}
        onChange={(floorPeople) => onChange({ floorPeople })}
      />
      <TextField
        label={t('form.workingDays')}
        hint={t('form.workingDaysHint')}
        inputMode="numeric"
        value={draft.workingDays}
        error={error('working_days_a_year')}
        onChange={(workingDays) => onChange({ workingDays })}
      />
      <TextField
        label={t('form.draws')}
        hint={t('form.drawsHint')}
        inputMode="numeric"
        value={draft.draws}
        error={error('draws')}
        onChange={(draws) => onChange({ draws })}
      />
      <TextField
        label={t('form.seed')}
        hint={t('form.seedHint')}
        inputMode="numeric"
        value={draft.seed}
        error={error('seed')}
        onChange={(seed) => onChange({ seed })}
      />
    </div>
  )
}
