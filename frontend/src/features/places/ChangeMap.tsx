import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'

type Draft = components['schemas']['DraftContent']
type Changes = components['schemas']['DraftChanges']
type Floor = components['schemas']['FloorDetail']

/** How a desk differs from what the floor has otherwise. */
export type Change = 'new' | 'moved' | 'changed' | 'retired'
export const CHANGES: readonly Change[] = ['new', 'moved', 'changed', 'retired']

const SIGNS: Record<Change, string> = {
  new: 'M.35.300v.6M.05.600h.6',
  moved: 'M.1.600h.5M.4.400l.2.2-.2.2',
  changed: 'M.1.450h.5M.1.750h.5',
  retired: 'M.1.350l.5.5M.6.350l-.5.5',
}

interface ChangeMapProps {
  floor: string
  plan: Draft
  changes: Changes
  /** What the floor has now, for the desks that go; null while it is read or where there was none. */
  before: Floor | null
}

/** The floor as it will be, with what is new, moved, changed and gone marked by shape. The lists say the same. */
export function ChangeMap({ floor, plan, changes, before }: ChangeMapProps) {
  const { t } = useTranslation('places')
  const kind = new Map<string, Change>([
    ...changes.desks_changed.map((code) => [code, 'changed'] as const),
    ...changes.desks_moved.map((code) => [code, 'moved'] as const),
    ...changes.desks_new.map((code) => [code, 'new'] as const),
  ])
  const gone = new Set(changes.desks_retired)
  return (
    <figure>
      <svg
        className="change-map"
        role="img"
        aria-label={t('review.mapOf', { floor })}
        viewBox={`-0.5 -0.5 ${plan.width + 1} ${plan.height + 1}`}
      >
        {plan.areas.map((area) => (
          <rect
            key={area.code}
            className="change-area"
            x={area.x}
            y={area.y}
            width={area.width}
            height={area.height}
          />
        ))}
        {(before?.desks ?? [])
          .filter((desk) => gone.has(desk.code))
          .map((desk) => (
            <DeskSign key={`gone ${desk.code}`} desk={desk} change="retired" />
          ))}
        {plan.desks.map((desk, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes may be there twice in a draft; the drawing never moves
          <DeskSign key={`${desk.code} ${index}`} desk={desk} change={kind.get(desk.code) ?? null} />
        ))}
      </svg>
      <ul className="change-legend" aria-label={t('editor.legend')}>
        {CHANGES.map((change) => (
          <li key={change}>
            <ChangeSign change={change} />
            {t(`review.change.${change}`)}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** The sign of a change, as in the map. */
export function ChangeSign({ change }: { change: Change }) {
  return (
    <svg viewBox="-0.1 -0.1 0.9 1.4" width={15} height={23} className="change-sample" aria-hidden="true">
      <DeskSign desk={{ x: 0, y: 0, width: 0.7, height: 1.2, rotation: 0 }} change={change} />
    </svg>
  )
}

interface Standing {
  x: number
  y: number
  width: number
  height: number
  rotation: number
}

function DeskSign({ desk, change }: { desk: Standing; change: Change | null }) {
  const { x, y, width, height, rotation } = desk
  return (
    <g
      className="change-desk"
      data-change={change ?? undefined}
      transform={`translate(${x} ${y}) rotate(${rotation} ${width / 2} ${height / 2})`}
    >
      <rect width={width} height={height} rx={0.06} />
      {change && <path d={SIGNS[change]} transform={`scale(${width / 0.7} ${height / 1.2})`} />}
    </g>
  )
}
