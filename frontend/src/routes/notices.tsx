import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { MailChoices } from '#/features/notices/MailChoices'
import { NoticePages } from '#/features/notices/NoticePages'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/notices')({
  validateSearch: (search): { mail?: true } => (search.mail === true ? { mail: true } : {}),
  beforeLoad: () => openBooks('notices'),
  component: Notices,
})

const TAB =
  'inline-flex min-h-11 items-center border-b-[3px] border-transparent px-4 no-underline hover:bg-solid-gray-50'
const CURRENT = 'border-accent! font-bold text-link'
const EXACT = { exact: true, includeSearch: true } as const

/** What I was told, and when I want to be mailed. */
function Notices() {
  const { t } = useTranslation('notices')
  const { person } = useMe()
  const { mail } = Route.useSearch()
  return (
    <div className="max-w-240">
      <PageHeading className="mb-4">{t('title')}</PageHeading>
      {person && (
        <nav aria-label={t('title')} className="mb-4 flex border-b border-card">
          <Link
            to="/notices"
            search={{}}
            activeOptions={EXACT}
            activeProps={{ className: CURRENT }}
            className={TAB}
          >
            {t('tabs.list')}
          </Link>
          <Link
            to="/notices"
            search={{ mail: true }}
            activeOptions={EXACT}
            activeProps={{ className: CURRENT }}
            className={TAB}
          >
            {t('tabs.mail')}
          </Link>
        </nav>
      )}
      {mail && person ? <MailChoices /> : <NoticePages />}
    </div>
  )
}
