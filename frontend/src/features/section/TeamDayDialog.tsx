import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { FlagIcon } from '#/ui/icons'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { type Part, SECTION_KEY, type SectionAttendance } from './queries'

interface TeamDayDialogProps {
  section: SectionAttendance
  today: string
  open: boolean
  onClose: () => void
}

const LONGEST_NOTE = 100
const PARTS = ['full', 'am', 'pm'] as const

/** Call a team day of the period shown, and call one off; that can be undone. */
export function TeamDayDialog({ section, today, open, onClose }: TeamDayDialogProps) {
  const { t } = useTranslation('section')
  return (
    <Dialog title={t('team.title')} open={open} onClose={onClose}>
      <Inside section={section} today={today} onClose={onClose} />
    </Dialog>
  )
}

interface Wanted {
  day: string
  part: Part
  note: string
}

function Inside({ section, today, onClose }: Omit<TeamDayDialogProps, 'open'>) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const { set, remove } = useTeamDays(section.department.id)
  const days = section.days.filter((day) => day.working_day && day.day >= today && !day.team_day)
  const [day, setDay] = useState(days[0]?.day ?? '')
  const [part, setPart] = useState<Part>('full')
  const [note, setNote] = useState('')
  const chosen = days.some((one) => one.day === day) ? day : (days[0]?.day ?? '')
  const called = section.days.filter((one) => one.team_day)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-quiet">{t('team.lead')}</p>
      {called.length === 0 && <p>{t('team.none')}</p>}
      <ul>
        {called.map(({ day: date, team_day: team }) => (
          <li key={date} className="flex flex-wrap items-center gap-2 border-b border-hair">
            <FlagIcon size={18} className="text-accent" />
            <span className="min-w-0 grow">
              {dayName(date, language)}
              {team && team.part !== 'full' && ` ${t(`everyday:part.${team.part}`)}`}{' '}
              <span className="text-sm text-quiet">
                {[team?.department, team?.note].filter(Boolean).join(' ')}
              </span>
            </span>
            {team?.mine && (
              <Button
                kind="link"
                aria-label={t('team.removeOne', { day: dayName(date, language) })}
                onPress={() => remove.mutate({ id: team.id, day: date, part: team.part, note: team.note })}
              >
                {t('team.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {days.length === 0 ? (
        <p className="text-quiet">{t('team.noDays')}</p>
      ) : (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            set.mutate({ day: chosen, part, note }, { onSuccess: () => setNote('') })
          }}
        >
          <Select
            label={t('team.day')}
            value={chosen}
            options={days.map((one) => ({ value: one.day, label: dayName(one.day, language) }))}
            onChange={setDay}
          />
          <SegmentedControl
            label={t('team.part')}
            value={part}
            segments={PARTS.map((value) => ({ value, label: t(`everyday:part.${value}`) }))}
            onChange={setPart}
            wide
          />
          <TextField label={t('team.note')} value={note} maxLength={LONGEST_NOTE} onChange={setNote} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={set.isPending}>
              {t('team.save')}
            </Button>
            <Button onPress={onClose}>{t('everyday:ui.close')}</Button>
          </div>
        </form>
      )}
    </div>
  )
}

function useTeamDays(department: number) {
  const { t } = useTranslation('section')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const onSettled = () => {
    void cache.invalidateQueries({ queryKey: SECTION_KEY })
    void cache.invalidateQueries({ queryKey: ['get', '/team-days/'] })
  }
  const onError = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  const set = useMutation({
    mutationFn: async (wanted: Wanted) => {
      await client.POST('/team-days/', { body: { department, ...wanted } })
    },
    onSuccess: (_answer, { day }) =>
      showToast({ tone: 'done', words: t('team.saved', { day: dayName(day, language) }) }),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: async ({ id }: Wanted & { id: number }) => {
      await client.DELETE('/team-days/{id}/', { params: { path: { id } } })
    },
    onSuccess: (_answer, { day, part, note }) =>
      showToast({
        tone: 'done',
        words: t('team.removed'),
        action: { label: t('team.undo'), onPress: () => set.mutate({ day, part, note }) },
      }),
    onError,
    onSettled,
  })
  return { set, remove }
}
