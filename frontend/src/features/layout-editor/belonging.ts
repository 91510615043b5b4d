import { middle, type Point } from '#/ui/plan/geometry'
import type { EditedArea, EditedDesk, EditedPlan } from './plan'

/** The code of the area that holds a point, the smallest where several do; '' where none does. */
export function areaAt(areas: readonly EditedArea[], point: Point): string {
  let found: EditedArea | null = null
  for (const area of areas) {
    const within =
      point.x >= area.x &&
      point.x <= area.x + area.width &&
      point.y >= area.y &&
      point.y <= area.y + area.height
    if (within && (!found || area.width * area.height < found.width * found.height)) found = area
  }
  return found?.code ?? ''
}

/** The area in which the desk's middle lies. */
export function lyingIn(plan: EditedPlan, desk: EditedDesk): string {
  return areaAt(plan.areas, middle(desk))
}

/** Whether somebody gave the desk to another area than the one it lies in. */
export function isOverridden(plan: EditedPlan, desk: EditedDesk): boolean {
  const lies = lyingIn(plan, desk)
  return desk.area !== '' && lies !== '' && desk.area !== lies
}

/**
 * `after` with each desk in the area it lies in now. A desk that was given to another area before stays there, and
 * one that lies in none keeps the area it had.
 */
export function belonging(before: EditedPlan, after: EditedPlan): EditedPlan {
  const earlier = new Map(before.desks.map((desk) => [desk.id, desk]))
  const sameAreas = before.areas === after.areas
  return {
    ...after,
    desks: after.desks.map((desk) => {
      const was = earlier.get(desk.id)
      if (was === desk && sameAreas) return desk
      if (was && was.area !== desk.area) return desk
      if (was && isOverridden(before, was)) return desk
      const lies = lyingIn(after, desk)
      return lies === '' || lies === desk.area ? desk : { ...desk, area: lies }
    }),
  }
}
