import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeMe } from '#/api/me'
import { sessionOptions } from '#/api/session'
import { DemonstrationAccounts } from '#/features/access/DemonstrationAccounts'
import { isRefusedElsewhere, type RefusedElsewhere } from '#/features/access/refused-elsewhere'
import { SignInSteps } from '#/features/access/SignInSteps'
import { DemonstrationTag } from '#/features/frame/DemonstrationTag'
import { LanguageSwitch } from '#/features/frame/LanguageSwitch'
import { type Language, openBooks, speak } from '#/lib/i18n'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'

interface Search {
  /** Where to go on to. */
  to?: string
  /** Why an identity provider sent somebody back. */
  refused?: RefusedElsewhere
  /** Whether the form is wanted where people come by other ways alone: local accounts still have a password. */
  password?: string
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search): Search => ({
    ...(typeof search.to === 'string' ? { to: search.to } : {}),
    ...(isRefusedElsewhere(search.refused) ? { refused: search.refused } : {}),
    ...('password' in search ? { password: '' } : {}),
  }),
  beforeLoad: () => openBooks('access'),
  component: SignIn,
})

function SignIn() {
  const { t } = useTranslation('access')
  const { t: everyday } = useTranslation()
  const { to, refused, password } = Route.useSearch()
  const router = useRouter()
  const navigate = useNavigate()
  const session = useQuery(sessionOptions()).data
  const change = useChangeMe()
  const [chosen, setChosen] = useState<Language | null>(null)

  const goOn = async () => {
    if (chosen) await change.mutateAsync({ language: chosen }).catch(() => null)
    await router.invalidate()
    await navigate({ to: within(to), replace: true })
  }
  const choose = (language: Language) => {
    setChosen(language)
    void speak(language)
  }
  const accounts = session?.demonstration_accounts ?? []
  return (
    <div className="mx-auto flex min-h-dvh max-w-240 flex-col px-4 rail:px-6">
      <header className="flex min-h-14 flex-wrap items-center gap-x-3 py-1.5">
        <span className="text-lg font-bold whitespace-nowrap">{everyday('app.name')}</span>
        <span className="hidden text-sm text-quiet sm:inline">{everyday('app.latin')}</span>
        {session?.demonstration && <DemonstrationTag />}
        <span className="ms-auto">
          <LanguageSwitch onChange={choose} />
        </span>
      </header>
      <main className="grid grow content-start gap-12 py-8 rail:grid-cols-[24rem_1fr] rail:gap-16 rail:py-16">
        <div className="flex flex-col gap-6">
          <PageHeading>{t('signIn.title')}</PageHeading>
          {!session?.pending && <p className="text-quiet">{t('signIn.lead')}</p>}
          {refused && !session?.pending && <Notice tone="warn">{t(`refused.${refused}`)}</Notice>}
          <SignInSteps onSignedIn={goOn} to={within(to)} local={password !== undefined} />
          {!session?.pending && <p className="text-sm text-quiet">{t('signIn.help')}</p>}
        </div>
        {accounts.length > 0 && !session?.pending && (
          <DemonstrationAccounts accounts={accounts} onSignedIn={goOn} />
        )}
      </main>
    </div>
  )
}

/** Where to go on, never to another site: only a path of ours is taken. */
function within(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/sign-in') ? to : '/'
}
