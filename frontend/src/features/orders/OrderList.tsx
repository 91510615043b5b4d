import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { type Order, ordersOptions, withdrawOrder } from './queries'

interface OrderListProps {
  today: string
  /** The button that was pressed is gone: the focus has to go somewhere. */
  onWithdrawn: () => void
}

/** The orders so far, and the way to withdraw one. */
export function OrderList({ today, onWithdrawn }: OrderListProps) {
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const language = useLanguage()
  const cache = useQueryClient()
  const orders = useQuery(ordersOptions())
  const [asking, setAsking] = useState<Order | null>(null)
  const withdraw = useMutation({
    mutationFn: withdrawOrder,
    onSuccess: () => showToast({ tone: 'done', words: t('orders.done') }),
    onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
    onSettled: async () => {
      setAsking(null)
      await cache.invalidateQueries({ queryKey: ordersOptions().queryKey })
      onWithdrawn()
    },
  })
  if (orders.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (orders.isError && !orders.data)
    return <ErrorState title={words(orders.error).title} onRetry={() => void orders.refetch()} />
  const every = orders.data.results
  if (every.length === 0) return <EmptyState title={t('orders.none')}>{t('orders.noneLead')}</EmptyState>
  const period = (order: Order) =>
    order.first_day === order.last_day
      ? dayName(order.first_day, language)
      : t('orders.period', {
          from: dayName(order.first_day, language),
          to: dayName(order.last_day, language),
        })
  return (
    <>
      <ul aria-label={t('orders.list')}>
        {every.map((order) => (
          <li key={order.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-card py-4">
            <div className="flex min-w-0 grow flex-col gap-1">
              <p className="flex flex-wrap items-center gap-3">
                <b className="text-lg">{order.department?.name ?? t('orders.everybody')}</b>
                <State order={order} today={today} />
              </p>
              <p>
                {period(order)} {t('orders.people', { count: order.people })}
              </p>
              <p className="max-w-[44em] text-sm">
                {t(`orders.kind.${order.reason_kind}`)} {order.reason}
              </p>
              {order.except_people.length > 0 && (
                <p className="text-sm text-quiet">
                  {t('orders.exceptPeople', {
                    names: order.except_people.map(({ name }) => name).join(t('orders.between')),
                  })}
                </p>
              )}
              <p className="text-sm text-quiet">
                {t('orders.by', {
                  name: order.ordered_by?.name ?? '–',
                  at: dayAndTime(order.ordered_at, language),
                })}
              </p>
            </div>
            {order.may_withdraw && (
              <Button
                kind="destructive"
                aria-label={t('orders.withdrawOf', { period: period(order) })}
                onPress={() => setAsking(order)}
              >
                {t('orders.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={t('orders.askTitle')} open={asking !== null} onClose={() => setAsking(null)}>
        {asking && (
          <>
            <p>{t('orders.askLead', { period: period(asking) })}</p>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onPress={() => setAsking(null)}>
                {t('orders.keep')}
              </Button>
              <Button kind="destructive" busy={withdraw.isPending} onPress={() => withdraw.mutate(asking.id)}>
                {t('orders.withdraw')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  )
}

function State({ order, today }: { order: Order; today: string }) {
  const { t } = useTranslation('approvals')
  if (order.withdrawn_at) return <Tag tone="quiet">{t('orders.withdrawn')}</Tag>
  if (order.last_day < today) return <Tag tone="quiet">{t('orders.over')}</Tag>
  if (order.first_day > today) return <Tag>{t('orders.toCome')}</Tag>
  return <Tag tone="accent">{t('orders.running')}</Tag>
}
