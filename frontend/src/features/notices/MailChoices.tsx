import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { Notice as Note } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { mailOptions } from './queries'

type Choices = components['schemas']['MailChoices']
const GROUPS = ['bookings', 'offers', 'moves', 'section', 'telework', 'approvals', 'privacy'] as const
const WHEN = ['at_once', 'daily', 'never'] as const
type Group = (typeof GROUPS)[number]

/** For each group of notices, when it is mailed too; in the product every notice is always shown. */
export function MailChoices() {
  const { t } = useTranslation('notices')
  const words = useProblemWords()
  const choices = useQuery(mailOptions())
  const choose = useChoosing()
  if (choices.isPending) return <SkeletonLines lines={5} className="h-16" />
  if (choices.isError && !choices.data) {
    return <ErrorState title={words(choices.error).title} onRetry={() => void choices.refetch()} />
  }
  const { mail_sent: sent, address, digest_hour: hour } = choices.data
  const put = (group: Group, when: Choices[Group], before: Choices[Group] | null) =>
    choose.mutate(
      { [group]: when },
      {
        onSuccess: () =>
          showToast({
            tone: 'done',
            words: t('mail.changed', {
              group: t(`mail.groups.${group}`),
              when: t(`mail.when.${when}`, { hour }),
            }),
            ...(before ? { action: { label: t('mail.back'), onPress: () => put(group, before, null) } } : {}),
          }),
        onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
      },
    )
  return (
    <div className="flex max-w-160 flex-col gap-4">
      <p>{t('mail.lead')}</p>
      {sent ? (
        <p>
          {t('mail.address')} <span className="font-bold break-all">{address}</span>
        </p>
      ) : (
        <Note tone="info">{t(address ? 'mail.notSent' : 'mail.noAddress')}</Note>
      )}
      <ul className="border-t border-card">
        {GROUPS.map((group) => (
          <li
            key={group}
            className="grid gap-x-6 gap-y-2 border-b border-card py-4 rail:grid-cols-[1fr_16rem] rail:items-center"
          >
            <div>
              <p className="font-bold">{t(`mail.groups.${group}`)}</p>
              <p className="text-sm text-quiet">{t(`mail.about.${group}`)}</p>
            </div>
            <Select
              label={t('mail.whenFor', { group: t(`mail.groups.${group}`) })}
              labelHidden
              value={choices.data[group]}
              options={WHEN.map((value) => ({ value, label: t(`mail.when.${value}`, { hour }) }))}
              onChange={(when) => put(group, when, choices.data[group])}
            />
          </li>
        ))}
      </ul>
      <p className="text-sm text-quiet">{t('mail.urgent')}</p>
    </div>
  )
}

function useChoosing() {
  const queryClient = useQueryClient()
  const { queryKey } = mailOptions()
  return useMutation({
    mutationFn: async (body: components['schemas']['PatchedMailChoice']) => {
      const { data } = await client.PATCH('/notices/preferences/', { body })
      if (!data) throw new Error('a choice without an answer')
      return data
    },
    onSuccess: (choices) => queryClient.setQueryData(queryKey, choices),
  })
}
