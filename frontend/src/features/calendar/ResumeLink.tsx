import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import type { LinkHealth } from './link-state'
import { type CalendarLink, useLinkWrites } from './queries'
import { Troubled } from './Troubled'

interface ResumeLinkProps {
  link: CalendarLink
  name: string
  health: Extract<LinkHealth, { kind: 'paused' }>
}

/** Why a linked calendar has stopped, what to do, and the way on: with a new password where that is why. */
export function ResumeLink({ link, name, health }: ResumeLinkProps) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  const { resume } = useLinkWrites(link.id)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (health.asksPassword && !password) return field.current?.focus()
    resume.mutate(password, {
      onSuccess: () => {
        showToast({ tone: 'done', words: t('links.resumed', { name }) })
        requestAnimationFrame(() => document.getElementById(`link-${link.id}-change`)?.focus())
      },
    })
  }
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="warn">
        <p className="font-bold">{t(`trouble.${health.trouble}.what`)}</p>
        <p>{t(`trouble.${health.trouble}.todo`)}</p>
        <p>
          {health.since && t('trouble.since', { when: dayAndTime(health.since, language) })}
          {health.since && language === 'en' && ' '}
          {t('links.pausedLead')}
        </p>
      </Notice>
      <form noValidate onSubmit={submit} className="flex max-w-[36rem] flex-col gap-3">
        {health.asksPassword && (
          <TextField
            ref={field}
            label={t('links.newPassword')}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            error={asked && !password ? t('links.newPasswordMissing') : null}
          />
        )}
        <Troubled error={resume.error} />
        <Button type="submit" kind="primary" busy={resume.isPending} className="self-start">
          {t('links.resume')}
        </Button>
      </form>
    </div>
  )
}
