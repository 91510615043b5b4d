import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { DepartmentPart } from '#/features/telework-rules/DepartmentPart'
import { EveryonePart } from '#/features/telework-rules/EveryonePart'
import { departmentsOptions } from '#/features/telework-rules/queries'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'

const EVERYONE = 'everyone'

interface SettingsSearch {
  /** Whose rules are shown; `everyone` is for HR and IT. */
  department?: number | typeof EVERYONE
}

export const Route = createFileRoute('/section/settings')({
  validateSearch: ({ department }: Record<string, unknown>): SettingsSearch => {
    if (department === EVERYONE) return { department: EVERYONE }
    const id = Number(department)
    return department !== undefined && Number.isSafeInteger(id) && id > 0 ? { department: id } : {}
  },
  beforeLoad: () => openBooks('sectionRules', 'telework', 'refusals'),
  component: SectionSettings,
})

/** 在宅勤務の規則: of a department with whose word each is, and setting what is left to it; for HR everybody's. */
function SectionSettings() {
  const { t } = useTranslation(['sectionRules', 'everyday'])
  const words = useProblemWords()
  const { person, roles } = useMe()
  const { department } = Route.useSearch()
  const navigate = Route.useNavigate()
  const asked = useQuery(departmentsOptions())
  const setsAll = roles.includes('hr') || roles.includes('it')
  const own = person?.department?.id
  const mine = asked.data ?? []
  const first = mine.find(({ id }) => id === own)?.id ?? mine[0]?.id ?? own
  const chosen = department ?? (setsAll && !mine.some(({ id }) => id === own) ? EVERYONE : first)
  return (
    <div className="flex max-w-240 flex-col gap-8">
      <div>
        <Link to="/section" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('back')}
        </Link>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 max-w-[44em] text-quiet">
          {t(asked.data && mine.length === 0 ? 'leadRead' : 'lead')}
        </p>
      </div>
      {asked.isPending && <SkeletonLines lines={2} />}
      {asked.isError && !asked.data && (
        <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
          {words(asked.error).title}
        </ErrorState>
      )}
      {(mine.length > 1 || setsAll) && (
        <Select
          label={t('choose')}
          value={String(chosen ?? '')}
          options={[
            ...(setsAll ? [{ value: EVERYONE, label: t('everyone.title') }] : []),
            ...mine.map(({ id, name, says, minimum_on_site_count }) => ({
              value: String(id),
              label: says + minimum_on_site_count > 0 ? t('chooseOwn', { name }) : name,
            })),
          ]}
          onChange={(value) =>
            void navigate({
              search: { department: value === EVERYONE ? EVERYONE : Number(value) },
              resetScroll: false,
            })
          }
          className="max-w-120"
        />
      )}
      {asked.data && chosen === undefined && <EmptyState title={t('none')} />}
      {chosen === EVERYONE && setsAll && <EveryonePart />}
      {typeof chosen === 'number' && <DepartmentPart key={chosen} id={chosen} />}
    </div>
  )
}
