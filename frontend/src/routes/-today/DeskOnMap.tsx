import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { areaWords } from '#/api/desk-place'
import type { components } from '#/api/generated/schema'
import { MiniMap } from '#/features/floor-map/MiniMap'
import { linkLook } from '#/ui/button-look'

interface DeskOnMapProps {
  floor: components['schemas']['FloorDetail'] | undefined
  booking: Booking
}

/** The floor at a glance with my desk ticked, and the way to the large plan. */
export function DeskOnMap({ floor, booking: { desk, day } }: DeskOnMapProps) {
  const { t } = useTranslation()
  const area = areaWords(t, desk)
  return (
    <figure className="m-0">
      <div className="aspect-[2.35]">
        {floor && (
          <MiniMap
            floor={floor}
            area={desk.area}
            desk={desk.id}
            label={t('today.mapLabel', { area, desk: desk.code })}
            className="h-full w-full"
          />
        )}
      </div>
      <figcaption className="mt-1 hidden items-center justify-between gap-4 text-sm text-quiet rail:flex">
        <span className="min-w-0 truncate">{area}</span>
        <Link
          to="/book"
          search={{ day, floor: desk.floor, desk: desk.id }}
          className={`${linkLook} inline-flex min-h-11 items-center whitespace-nowrap`}
        >
          {t('today.largeMap')}
        </Link>
      </figcaption>
    </figure>
  )
}
