import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { withoutZero } from '#/lib/city-time'
import { addDays, dayName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { answered, HALVES, patternOptions } from './queries'
import type { Shift } from './ShiftChoice'
import { readAnew } from './useShown'

type Pattern = components['schemas']['UsualWeek']
type Wanted = components['schemas']['UsualWeekWanted']
type PatternPlace = Pattern['am'][number]

/** A Monday, to name the days of any week. */
const SOME_MONDAY = '2026-11-23'
const WEEKDAYS = [0, 1, 2, 3, 4] as const
const PLACES: readonly PatternPlace[] = ['', 'office', 'home', 'satellite', 'trip', 'leave']

interface UsualWeekProps {
  open: boolean
  /** From which day a change holds at first. */
  from: string
  shifts: readonly Shift[]
  onClose: () => void
}

/** いつもの週: what holds where I planned nothing else. */
export function UsualWeek({ open, from, shifts, onClose }: UsualWeekProps) {
  const { t } = useTranslation('plan')
  return (
    <Dialog open={open} title={t('usualWeek.title')} onClose={onClose}>
      {open && <Asked from={from} shifts={shifts} onClose={onClose} />}
    </Dialog>
  )
}

function Asked(props: Omit<UsualWeekProps, 'open'>) {
  const pattern = useQuery({ ...patternOptions(), staleTime: 0 })
  if (!pattern.data) return <SkeletonLines lines={5} />
  return <Form {...props} before={pattern.data} />
}

function Form({ from, shifts, before, onClose }: Omit<UsualWeekProps, 'open'> & { before: Pattern }) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const [week, setWeek] = useState<Wanted>({
    am: before.am,
    pm: before.pm,
    shifts: before.shifts,
    active_from: from,
  })
  const put = async (body: Wanted) => answered((await client.PUT('/attendance/me/pattern/', { body })).data)
  const save = useMutation({
    mutationFn: put,
    onSuccess: () => {
      onClose()
      showToast({
        tone: 'done',
        words: t('usualWeek.saved', { day: dayName(week.active_from, language) }),
        action: {
          label: t('undo'),
          onPress: () => {
            put({ am: before.am, pm: before.pm, shifts: before.shifts, active_from: week.active_from })
              .then(
                () => showToast({ tone: 'done', words: t('undone') }),
                (error: unknown) => showToast({ tone: 'failed', words: words(error).title }),
              )
              .finally(() => void readAnew(cache))
          },
        },
      })
    },
    onSettled: () => void readAnew(cache),
  })
  const refused = save.error ? words(save.error) : null
  const placeWord = (place: PatternPlace) =>
    place === '' ? t('usualWeek.nothing') : everyday(`place.${place}`)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(week)
      }}
    >
      <p className="text-sm text-quiet">{t('usualWeek.lead')}</p>
      <table className="w-full table-fixed border-separate border-spacing-x-1 border-spacing-y-1">
        <thead className="text-left text-sm text-quiet">
          <tr>
            <th scope="col" className="w-10 font-normal">
              <span className="sr-only">{t('columns.day')}</span>
            </th>
            <th scope="col" className="font-normal">
              {everyday('part.am')}
            </th>
            <th scope="col" className="font-normal">
              {everyday('part.pm')}
            </th>
            <th scope="col" className="font-normal">
              {t('columns.shift')}
            </th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((index) => {
            const name = weekday(addDays(SOME_MONDAY, index), language)
            return (
              <tr key={index}>
                <th scope="row" className="text-left font-bold">
                  {name}
                </th>
                {HALVES.map((half) => (
                  <td key={half}>
                    <Select
                      labelHidden
                      label={`${name} ${everyday(`part.${half}`)}`}
                      value={week[half][index] ?? ''}
                      options={PLACES.map((place) => ({ value: place, label: placeWord(place) }))}
                      onChange={(place) => setWeek({ ...week, [half]: week[half].with(index, place) })}
                      className="[&_select]:pr-6 [&_select]:pl-2 [&_select]:text-sm [&_svg]:right-1"
                    />
                  </td>
                ))}
                <td>
                  <Select
                    labelHidden
                    label={`${name} ${t('columns.shift')}`}
                    value={week.shifts[index] ?? ''}
                    options={[
                      { value: '', label: t('usualWeek.usualShift') },
                      ...shifts.map((one) => ({
                        value: one.code,
                        label: t('usualWeek.shiftFrom', { start: withoutZero(one.starts_at) }),
                      })),
                    ]}
                    onChange={(shift) => setWeek({ ...week, shifts: week.shifts.with(index, shift) })}
                    className="[&_select]:pr-6 [&_select]:pl-2 [&_select]:text-sm [&_svg]:right-1"
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <TextField
        label={t('usualWeek.from')}
        hint={t('usualWeek.fromHint')}
        type="date"
        required
        value={week.active_from}
        onChange={(day) => setWeek({ ...week, active_from: day })}
      />
      {refused && (
        <Notice tone="warn">
          <p className="font-bold">{refused.title}</p>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" busy={save.isPending}>
          {t('usualWeek.save')}
        </Button>
        <Button onPress={onClose}>{t('stop')}</Button>
      </div>
    </form>
  )
}
