import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { refusalWords } from '#/api/refusal-words'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { loansOptions } from './queries'

/** My assigned desk: lend it for the day, or take it back while nobody has booked it. */
export function LendPart({ desk, code, day }: { desk: number; code: string; day: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cache = useQueryClient()
  const loans = useQuery(loansOptions())
  const again = { onSettled: () => cache.invalidateQueries() }
  const lend = api.useMutation('post', '/desk-loans/', again)
  const withdraw = api.useMutation('post', '/desk-loans/{id}/withdraw/', again)
  const loan = loans.data?.find((one) => one.desk.id === desk && one.day === day && !one.withdrawn)
  const failed = (error: { code?: string }) =>
    showToast({ tone: 'failed', words: refusalWords(t, error.code ?? 'our_fault') })
  return (
    <div className="flex flex-col gap-2 border-t border-card pt-4">
      <p className="text-sm text-quiet">{t(loan ? 'desk.lending' : 'desk.lendLead')}</p>
      <Button
        busy={lend.isPending || withdraw.isPending}
        onPress={() =>
          loan
            ? withdraw.mutate(
                { params: { path: { id: loan.id } } },
                { onError: failed, onSuccess: () => showToast({ tone: 'done', words: t('desk.unlent') }) },
              )
            : lend.mutate(
                { body: { desk, day } },
                {
                  onError: failed,
                  onSuccess: () =>
                    showToast({ tone: 'done', words: t('desk.lent', { code, day: dayName(day, language) }) }),
                },
              )
        }
      >
        {t(loan ? 'desk.unlend' : 'desk.lend')}
      </Button>
    </div>
  )
}
