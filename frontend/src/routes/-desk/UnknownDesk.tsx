import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { TextField } from '#/ui/TextField'

/** No desk has this code: type it again, or look on the plan. */
export function UnknownDesk({ code }: { code: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code)
  return (
    <div className="mx-auto flex max-w-[36rem] flex-col gap-4">
      <PageHeading>{t('desk.page.unknownTitle', { code })}</PageHeading>
      <p>{t('desk.page.unknownLead')}</p>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const next = typed.trim()
          if (next) void navigate({ to: '/d/$code', params: { code: next } })
        }}
      >
        <TextField
          label={t('desk.page.typeCode')}
          hint={t('desk.page.example')}
          value={typed}
          onChange={setTyped}
          autoCapitalize="characters"
          autoComplete="off"
          className="min-w-0 grow"
        />
        <Button kind="primary" size="primary" type="submit">
          {t('desk.page.goToCode')}
        </Button>
      </form>
      <Link to="/book" className={linkLook}>
        {t('desk.page.onMap')}
      </Link>
    </div>
  )
}
