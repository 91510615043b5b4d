import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { Skeleton } from '#/ui/Skeleton'
import { CodeForm } from './CodeForm'

const KEY_GROUP = /.{1,4}/g

/** A new secret for an authenticator app, as a picture and as text, and its first code; answers the codes on paper. */
export function SetUpAuthenticator({ onSetUp }: { onSetUp: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('access')
  const words = useProblemWords()
  const begun = useQuery({
    // Every set-up has a secret of its own, which is kept nowhere once the screen is left.
    queryKey: ['authenticator', 'begun'],
    queryFn: async () => (await client.POST('/me/factors/authenticator/')).data ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const confirm = useMutation({
    mutationFn: async (code: string) =>
      (await client.POST('/me/factors/authenticator/confirm/', { body: { code } })).data,
    onSuccess: (data) => onSetUp(data?.recovery_codes ?? []),
  })
  if (begun.isError) {
    return (
      <ErrorState title={t('setUp.failed')} onRetry={() => void begun.refetch()}>
        {words(begun.error).title}
      </ErrorState>
    )
  }
  if (!begun.data) return <Skeleton className="h-72" />
  return (
    <div className="flex flex-col gap-4">
      <p>{t('setUp.scan')}</p>
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.data.qr_svg)}`}
        alt={t('setUp.qr')}
        className="size-52 rounded-8 border border-card bg-white"
      />
      <div className="text-sm">
        <p className="text-quiet">{t('setUp.key')}</p>
        <p className="mt-1 font-mono text-base leading-[1.8] tracking-[0.04em] break-words select-all">
          {begun.data.secret.match(KEY_GROUP)?.join(' ')}
        </p>
      </div>
      <p>{t('setUp.type')}</p>
      <CodeForm
        label={t('second.code')}
        submit={t('setUp.confirm')}
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate(code)}
      />
    </div>
  )
}
