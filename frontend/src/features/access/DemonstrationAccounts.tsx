import { useTranslation } from 'react-i18next'
import { type DemonstrationAccount, useSignIn } from '#/api/session'
import { ArrowRightIcon } from '#/ui/icons'
import { VisuallyHidden } from '#/ui/VisuallyHidden'
import { Trouble } from './Trouble'

/** The demonstration's one password, as its start-up message says too. */
const DEMONSTRATION_PASSWORD = 'kyoseki'

interface DemonstrationAccountsProps {
  accounts: readonly DemonstrationAccount[]
  onSignedIn: () => void
}

/** One account per role of the fictional hall: a press signs in. */
export function DemonstrationAccounts({ accounts, onSignedIn }: DemonstrationAccountsProps) {
  const { t } = useTranslation('access')
  const { t: everyday } = useTranslation()
  const signIn = useSignIn()
  const chosen = signIn.isPending ? signIn.variables.username : null
  return (
    <section aria-labelledby="demonstration-accounts" className="flex flex-col gap-3">
      <h2 id="demonstration-accounts" className="text-xl leading-[1.5] font-bold">
        {t('signIn.demonstration')}
      </h2>
      <p className="text-sm text-quiet">{t('signIn.demonstrationLead')}</p>
      <Trouble error={signIn.error} />
      <ul className="border-t border-card">
        {accounts.map((account) => (
          <li key={account.username} className="border-b border-card">
            <button
              type="button"
              disabled={signIn.isPending}
              onClick={() =>
                signIn.mutate(
                  { username: account.username, password: DEMONSTRATION_PASSWORD },
                  { onSuccess: (me) => me && onSignedIn() },
                )
              }
              className="flex min-h-14 w-full items-center gap-3 px-2 py-2 text-left hover:bg-ground disabled:text-faint"
            >
              <span className="w-28 shrink-0 text-sm font-bold">{everyday(`role.${account.role}`)}</span>
              <span className="min-w-0 grow">
                {account.name}
                <span className="block text-sm text-quiet">
                  {[account.department, account.title].filter(Boolean).join(' ')}
                </span>
              </span>
              <VisuallyHidden>{t('signIn.asThis')}</VisuallyHidden>
              {chosen === account.username ? (
                <span className="busy-dots" aria-hidden="true" />
              ) : (
                <ArrowRightIcon size={20} className="text-link" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
