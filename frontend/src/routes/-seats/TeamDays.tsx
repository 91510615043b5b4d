import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { teamDaysOptions } from '#/features/seating/queries'
import { TeamDayLine } from '#/features/seating/TeamDayLine'
import { useTeamDays } from '#/features/seating/useTeamDays'
import { WhenBar } from '#/features/seating/WhenBar'
import { addDays, dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'

const DAYS_SHOWN = 60
const LONGEST_NOTE = 100

interface TeamDaysProps {
  departments: readonly components['schemas']['DepartmentBrief'][]
  department: number
}

/** チーム出社日 to come, and calling one. */
export function TeamDays({ departments, department: shown }: TeamDaysProps) {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const { today, working_days } = useMe()
  const asked = useQuery(teamDaysOptions(today, addDays(today, DAYS_SHOWN)))
  const found = asked.data
  const words = useProblemWords()
  const { set, remove } = useTeamDays()
  const [department, setDepartment] = useState(shown)
  const [day, setDay] = useState(working_days[1] ?? today)
  const [part, setPart] = useState<components['schemas']['Part']>('full')
  const [note, setNote] = useState('')
  return (
    <section aria-labelledby="team-days" className="flex flex-col gap-3">
      <SectionHeading id="team-days" note={t('teamDay.setLead')}>
        {t('teamDay.heading')}
      </SectionHeading>
      {asked.isPending && <SkeletonLines lines={1} />}
      {asked.error && <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} />}
      {found?.length === 0 && <p className="text-quiet">{t('teamDay.empty')}</p>}
      <ul>
        {found?.map((teamDay) => (
          <li key={teamDay.id} className="flex flex-wrap items-center border-b border-hair">
            <TeamDayLine teamDay={teamDay} />
            {teamDay.mine && (
              <Button
                kind="link"
                className="ms-auto"
                onPress={() => remove.mutate(teamDay)}
                aria-label={t('teamDay.removeOne', { day: dayName(teamDay.day, language) })}
              >
                {t('teamDay.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="flex flex-wrap items-end gap-3 rounded-12 border border-card p-4"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate({ department, day, part, note }, { onSuccess: () => setNote('') })
        }}
      >
        {departments.length > 1 && (
          <Select
            label={t('draw.department')}
            value={String(department)}
            options={departments.map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={(id) => setDepartment(Number(id))}
          />
        )}
        <WhenBar day={day} part={part} onDay={setDay} onPart={setPart} />
        <TextField
          label={t('teamDay.noteLabel')}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={setNote}
          className="min-w-60 grow"
        />
        <Button type="submit" busy={set.isPending}>
          {t('teamDay.save')}
        </Button>
      </form>
    </section>
  )
}
