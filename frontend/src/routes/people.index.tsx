import { createFileRoute } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { Favourites } from '#/features/people/Favourites'
import { PeopleFound } from '#/features/people/PeopleFound'
import { SectionByFloor } from '#/features/people/SectionByFloor'
import { isDay } from '#/lib/dates'
import { openBooks } from '#/lib/i18n'
import { DayStepper } from '#/ui/DayStepper'
import { PageHeading } from '#/ui/PageHeading'
import { TextField } from '#/ui/TextField'

interface PeopleSearch {
  q?: string
  /** YYYY-MM-DD; the next working day when absent. */
  day?: string
  section?: number
}

export const Route = createFileRoute('/people/')({
  validateSearch: (raw: Record<string, unknown>): PeopleSearch => ({
    ...(raw.q !== undefined && raw.q !== '' && { q: String(raw.q).slice(0, 100) }),
    ...(isDay(raw.day) && { day: raw.day }),
    ...(Number.isSafeInteger(raw.section) && { section: Number(raw.section) }),
  }),
  beforeLoad: () => openBooks('people'),
  component: People,
})

/** Who is where: find people, one's favourites, and a section floor by floor. */
function People() {
  const { t } = useTranslation('people')
  const me = useMe()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  const q = useDeferredValue(search.q ?? '')
  const first = me.working_days[0] ?? me.today
  const day = search.day !== undefined && search.day >= me.today ? search.day : first
  const days = me.working_days.includes(day) ? me.working_days : [...me.working_days, day].sort()
  const change = (part: PeopleSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false })
  return (
    <div className="flex max-w-300 flex-col gap-8">
      <div className="flex flex-wrap items-center gap-4">
        <PageHeading>{t('title')}</PageHeading>
        <DayStepper
          day={day}
          today={me.today}
          days={days}
          className="max-rail:w-full rail:ms-auto"
          onChange={(next) => change({ day: next })}
        />
      </div>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('find')}
          hint={t('findHint')}
          type="search"
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={(next) => {
            setTyped(next)
            change({ q: next.trim() === '' ? undefined : next.trim() })
          }}
          className="max-w-160"
        />
        {q !== '' && <PeopleFound q={q} day={day} today={me.today} me={me.person?.id ?? null} />}
      </div>
      {me.person && q === '' && <Favourites day={day} today={me.today} />}
      <SectionByFloor
        section={search.section ?? me.person?.department?.id ?? null}
        day={day}
        onChoose={(section) => change({ section: section ?? undefined })}
      />
    </div>
  )
}
