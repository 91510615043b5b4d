import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { SectionHeading } from '#/ui/SectionHeading'
import { type GroupBooking, groupsOptions } from './queries'
import { useGroup } from './useGroup'

const STANDS: readonly string[] = ['booked', 'checked_in']

/** The groups I made or sit in, where there are any; who made one can give it up as a whole. */
export function GroupList() {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const [asking, setAsking] = useState<GroupBooking | null>(null)
  const groups = (useQuery(groupsOptions()).data ?? []).filter((group) =>
    group.seats.some(({ state }) => STANDS.includes(state)),
  )
  const { cancel } = useGroup(() => undefined)
  if (groups.length === 0) return null
  const left = (group: GroupBooking) => group.seats.filter(({ state }) => state === 'booked').length
  return (
    <section aria-labelledby="my-groups" className="mb-6">
      <SectionHeading id="my-groups">{t('group.mine')}</SectionHeading>
      <ul className="mt-2 flex flex-col gap-3">
        {groups.map((group) => (
          <li key={group.id} className="rounded-12 border border-card p-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <b>{dayName(group.day, language)}</b>
              <span>{timeRange(group.start, group.end)}</span>
              <span className="text-sm text-quiet">
                {t('group.madeBy', { name: group.made_by.name })}
                {group.note && `・${group.note}`}
              </span>
            </p>
            <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
              {group.seats.map(({ person, desk, state }) => (
                <li key={person.id}>
                  {person.name} <b className="tabular-nums">{desk.code}</b>
                  {!STANDS.includes(state) && <span className="text-quiet"> {t('group.gone')}</span>}
                </li>
              ))}
            </ul>
            {group.mine && left(group) > 0 && (
              <Button kind="link" className="-ms-1" onPress={() => setAsking(group)}>
                {t('group.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={asking ? t('group.cancelQuestion', { count: left(asking) }) : ''}
        open={asking !== null}
        onClose={() => setAsking(null)}
      >
        <p>{t('group.cancelLead')}</p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button onPress={() => setAsking(null)}>{t('cancel')}</Button>
          <Button
            kind="destructive"
            busy={cancel.isPending}
            onPress={() => asking && cancel.mutate(asking.id, { onSettled: () => setAsking(null) })}
          >
            {t('group.cancel')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
