import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { refusalWords } from '#/api/refusal-words'
import { DayBar } from '#/features/bookings/DayBar'
import { FeatureLines } from '#/features/bookings/FeatureLines'
import { buildingsOptions, deskByCodeOptions, deskDayOptions } from '#/features/bookings/queries'
import { areaOn } from '#/features/bookings/words'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Card } from '#/ui/Card'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { DeskNowPart, FULL } from './DeskNowPart'
import { UnknownDesk } from './UnknownDesk'

/** The desk's own page, behind its QR code and its typed code: how it stands now, and one press to use it. */
export function DeskPage({ code }: { code: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const found = useQuery(deskByCodeOptions(code))
  const desk = found.data?.results[0]
  const day = useQuery({ ...deskDayOptions(desk?.id ?? 0, me.today, FULL), enabled: desk !== undefined })
  const building = useQuery(buildingsOptions())
  const parts = building.data?.find((one) => one.id === day.data?.floor.building)?.parts

  if (found.isSuccess && !desk) return <UnknownDesk code={code} />
  const error = found.error ?? day.error
  if (error && !day.data) {
    return (
      <div className="mx-auto max-w-[36rem]">
        <PageHeading className="mb-4">{t('desk.page.title', { code })}</PageHeading>
        <ErrorState
          title={refusalWords(t, error instanceof ApiProblem ? error.code : 'our_fault')}
          onRetry={() => void Promise.all([found.refetch(), day.refetch()])}
        />
      </div>
    )
  }
  return (
    <div className="mx-auto flex max-w-[36rem] flex-col gap-6">
      <div>
        <PageHeading title={t('desk.page.title', { code: desk?.code ?? code })}>
          <span className="block text-4xl">{desk?.code ?? code}</span>
        </PageHeading>
        {desk && (
          <p className="text-quiet">
            {t('desk.place', { floor: desk.floor_name, area: areaOn(desk.floor_name, desk.area_name) })}
          </p>
        )}
      </div>
      {day.data && parts && desk ? (
        <>
          <DeskNowPart day={day.data} today={me.today} />
          <Card label={t('desk.page.today', { day: dayName(me.today, language) })}>
            <h2 className="mb-3 text-xl leading-[1.5] font-bold">
              {t('desk.page.today', { day: dayName(me.today, language) })}
            </h2>
            <DayBar day={me.today} held={day.data.held} parts={parts} />
            <div className="mt-4">
              <FeatureLines day={day.data} />
            </div>
          </Card>
        </>
      ) : (
        <SkeletonLines lines={4} className="h-14" />
      )}
    </div>
  )
}
