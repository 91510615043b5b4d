import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { NARROW, useMedia } from '#/lib/useMedia'
import { Button } from '#/ui/Button'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { FlagIcon, PrinterIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { CellCard } from './CellCard'
import { columnsOf, type HalfName, waitingCount } from './cells'
import { DayView } from './DayView'
import { DownloadIcon } from './DownloadIcon'
import { Legend } from './Legend'
import { PeriodStepper } from './PeriodStepper'
import { PrintSheet } from './PrintSheet'
import { periodOf, type SectionSearch } from './period'
import { departmentsOptions, exportAddress, type SectionAttendance, sectionOptions } from './queries'
import { type Opened, SectionGrid } from './SectionGrid'
import { TeamDayDialog } from './TeamDayDialog'
import { usePrinting } from './usePrinting'

interface SectionScreenProps {
  /** None: the account belongs to nobody, who chooses one first. */
  department: number | null
  search: SectionSearch
  onSearch: (change: SectionSearch) => void
  onDepartment: (id: number) => void
}

/** The tree in a flat list: a section stands further in than its bureau. */
const INDENT = { bureau: '', division: '\u3000', section: '\u3000\u3000', unit: '\u3000\u3000\u3000' }

/** 職場: a section's week or month, who is on site against the minimum, and what waits for an answer. */
export function SectionScreen({ department, search, onSearch, onDepartment }: SectionScreenProps) {
  const { t } = useTranslation('section')
  const words = useProblemWords()
  const me = useMe()
  const view = search.view ?? 'week'
  const day = search.day ?? me.working_days[0] ?? me.today
  const period = periodOf(day, view)
  const found = useQuery({
    ...sectionOptions(department ?? 0, period.from, period.to),
    enabled: department !== null,
  })
  const section = found.data
  const gone = found.error instanceof ApiProblem && found.error.code === 'not_found'
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <PageHeading title={t('title')}>
          {t('title')} {section && <span className="text-xl">{section.department.name}</span>}
        </PageHeading>
        {section && <Headcount section={section} />}
        <div className="flex flex-wrap items-center gap-x-2 gap-y-3 max-rail:w-full rail:ms-auto rail:gap-3">
          <PeriodStepper
            day={day}
            view={view}
            today={me.today}
            onChange={(chosen) => onSearch({ ...search, day: chosen })}
          />
          <SegmentedControl
            label={t('view')}
            value={view}
            segments={[
              { value: 'week', label: t('week') },
              { value: 'month', label: t('month') },
            ]}
            onChange={(chosen) => onSearch({ day, ...(chosen === 'month' ? { view: 'month' } : {}) })}
          />
          {(me.today < period.from || me.today > period.to) && (
            <Button onPress={() => onSearch({ ...search, day: me.today })}>{t(`thisPeriod.${view}`)}</Button>
          )}
          {section && (
            <>
              <a
                href={exportAddress(section.department.id, period.from, period.to)}
                download
                aria-label={t('xlsxLong')}
                className={buttonLook('secondary')}
              >
                <DownloadIcon size={20} />
                {t('xlsx')}
              </a>
              <Button icon={<PrinterIcon size={20} />} onPress={() => window.print()}>
                {t('print')}
              </Button>
            </>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Departments chosen={department} onChoose={onDepartment} />
        {section && <Ways section={section} today={me.today} />}
      </div>
      {department === null && <EmptyState title={t('noneTitle')}>{t('noneLead')}</EmptyState>}
      {gone && <EmptyState title={t('gone')}>{t('emptyLead')}</EmptyState>}
      {department !== null && found.isPending && <SkeletonLines lines={8} className="h-10" />}
      {found.isError && !gone && (
        <ErrorState title={t('failed')} onRetry={() => void found.refetch()}>
          {words(found.error).title}
        </ErrorState>
      )}
      {section && !gone && section.people.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>
      )}
      {section && !gone && section.people.length > 0 && (
        <Days
          section={section}
          search={{ ...search, day }}
          onSearch={onSearch}
          stale={found.isPlaceholderData}
        />
      )}
    </div>
  )
}

/** How many belong to it, and how many are not shown. */
function Headcount({ section }: { section: SectionAttendance }) {
  const { t } = useTranslation('section')
  const unseen = section.people.filter(({ visible }) => !visible).length
  return (
    <p className="text-quiet">
      {t('people', { count: section.people.length })}
      {unseen > 0 && t('peopleUnseen', { count: unseen })}
    </p>
  )
}

function Departments({ chosen, onChoose }: { chosen: number | null; onChoose: (id: number) => void }) {
  const { t } = useTranslation('section')
  const departments = useQuery(departmentsOptions()).data
  if (!departments) return null
  const options = departments.map((one) => ({
    value: String(one.id),
    label: `${INDENT[one.kind]}${one.name}`,
  }))
  const known = departments.some(({ id }) => id === chosen)
  return (
    <Select
      label={t('choose')}
      labelHidden
      value={known ? String(chosen) : ''}
      options={known ? options : [{ value: '', label: t('choose'), disabled: true }, ...options]}
      onChange={(value) => onChoose(Number(value))}
      className="w-80 max-w-full"
    />
  )
}

/** What can be done here besides: team days, for whoever manages the section, its rules, and the list of what waits. */
function Ways({ section, today }: { section: SectionAttendance; today: string }) {
  const { t } = useTranslation('section')
  const [teamDays, setTeamDays] = useState(false)
  const waiting = waitingCount(section)
  return (
    <div className="ms-auto flex flex-wrap items-center gap-x-6">
      {section.manages && (
        <Button kind="link" icon={<FlagIcon size={18} />} onPress={() => setTeamDays(true)}>
          {t('setTeamDays')}
        </Button>
      )}
      <Link
        to="/section/settings"
        search={{ department: section.department.id }}
        className={`${linkLook} inline-flex min-h-11 items-center`}
      >
        {t('rules')}
      </Link>
      {waiting > 0 && (
        <Link to="/approvals" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('waiting', { count: waiting })}
        </Link>
      )}
      <TeamDayDialog section={section} today={today} open={teamDays} onClose={() => setTeamDays(false)} />
    </div>
  )
}

interface DaysProps {
  section: SectionAttendance
  search: SectionSearch & { day: string }
  onSearch: (change: SectionSearch) => void
  /** Of the period before, while the one asked for is on its way. */
  stale: boolean
}

function Days({ section, search, onSearch, stale }: DaysProps) {
  const me = useMe()
  const narrow = useMedia(NARROW)
  const printing = usePrinting()
  const [half, setHalf] = useState<HalfName>('am')
  const [opened, setOpened] = useState<Opened | null>(null)
  const view = search.view ?? 'week'
  const columns = columnsOf(section)
  const period = { from: section.days[0]?.day ?? '', to: section.days.at(-1)?.day ?? '' }
  const deciding = section.people.some((person) => person.may_decide || person.me)
  const person = section.people.find((one) => one.person.id === opened?.person)
  return (
    <>
      {!narrow && <Legend deciding={deciding} />}
      <div className={stale ? 'opacity-60' : ''} aria-busy={stale}>
        {narrow ? (
          <DayView
            section={section}
            columns={columns}
            day={search.day}
            half={half}
            today={me.today}
            onDay={(day) => onSearch({ ...search, day })}
            onHalf={setHalf}
            onOpen={setOpened}
          />
        ) : (
          <SectionGrid
            section={section}
            columns={columns}
            period={period}
            view={view}
            today={me.today}
            onOpen={setOpened}
          />
        )}
      </div>
      <Popover
        triggerRef={{ current: opened?.cell ?? null }}
        isOpen={opened !== null && person !== undefined}
        onOpenChange={(open) => {
          if (!open) setOpened(null)
        }}
        placement={narrow ? 'bottom' : 'right top'}
        offset={8}
        className="overflow-auto rounded-8 border border-edge bg-white shadow-2"
      >
        <AriaDialog aria-label={person?.person.name ?? ''} className="p-5 outline-none">
          {opened && person && (
            <CellCard
              section={section}
              person={person}
              index={opened.day}
              half={opened.half}
              onClose={() => setOpened(null)}
            />
          )}
        </AriaDialog>
      </Popover>
      {printing && <PrintSheet section={section} columns={columns} period={period} view={view} />}
    </>
  )
}
