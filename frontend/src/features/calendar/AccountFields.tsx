import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'
import { ChoiceList } from './ChoiceList'
import type { Account, LinkKind } from './queries'
import type { AccountFault } from './wish'

interface AccountFieldsProps {
  account: Account
  kinds: readonly LinkKind[]
  missing: AccountFault | null
  onChange: (account: Account) => void
  fields: Record<AccountFault, Ref<HTMLInputElement>>
}

/** Where a calendar is, and with whose account. */
export function AccountFields({ account, kinds, missing, onChange, fields }: AccountFieldsProps) {
  const { t } = useTranslation('calendar')
  const published = account.kind === 'ics'
  return (
    <div className="flex flex-col gap-5">
      {kinds.length > 1 && (
        <ChoiceList
          legend={t('form.kind')}
          value={account.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`form.${kind}`),
            lead: t(`form.${kind}Lead`),
          }))}
          onChange={(kind) => onChange({ ...account, kind })}
        />
      )}
      <TextField
        ref={fields.address}
        label={published ? t('form.addressIcs') : t('form.address')}
        hint={published ? t('form.addressIcsHint') : t('form.addressHint')}
        value={account.address}
        onChange={(address) => onChange({ ...account, address })}
        error={missing === 'address' ? t('form.addressMissing') : null}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        ref={fields.username}
        label={published ? t('form.usernameIcs') : t('form.username')}
        value={account.username}
        onChange={(username) => onChange({ ...account, username })}
        error={missing === 'username' ? t('form.usernameMissing') : null}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        ref={fields.password}
        label={published ? t('form.passwordIcs') : t('form.password')}
        hint={published ? undefined : t('form.passwordHint')}
        type="password"
        value={account.password}
        onChange={(password) => onChange({ ...account, password })}
        error={missing === 'password' ? t('form.passwordMissing') : null}
        autoComplete="new-password"
      />
    </div>
  )
}
