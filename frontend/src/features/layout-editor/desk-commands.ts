import { type Box, middle, outline } from '#/ui/plan/geometry'
import { areaAt, belonging } from './belonging'
import { freeCodes } from './numbering'
import { degrees, type EditedDesk, type EditedPlan, metres, nextId } from './plan'
import { boxAround, turned } from './shapes'

/** Commands on desks: each makes the next plan of the one before and of what was asked, and changes neither. */
type Ids = ReadonlySet<number>

/** A desk when nothing says otherwise, in metres: as most of the hall's. */
export const USUAL_DESK = { width: 0.7, height: 1.2 }
/** How far a copy stands from what it was copied from. */
const COPY_GAP_METRES = 0.3

export function moveDesks(plan: EditedPlan, ids: Ids, dx: number, dy: number): EditedPlan {
  const moved = changed(plan, ids, (desk) => ({ ...desk, x: metres(desk.x + dx), y: metres(desk.y + dy) }))
  return belonging(plan, moved)
}

/** Turn the chosen desks as one body about the middle of them all. */
export function turnDesks(plan: EditedPlan, ids: Ids, by: number): EditedPlan {
  const box = boxAround(plan.desks.filter((desk) => ids.has(desk.id)))
  if (!box) return plan
  const pivot = middle(box)
  const turnedPlan = changed(plan, ids, (desk) => {
    const centre = turned(middle(desk), pivot, by)
    return {
      ...desk,
      x: metres(centre.x - desk.width / 2),
      y: metres(centre.y - desk.height / 2),
      rotation: degrees(desk.rotation + by),
    }
  })
  return belonging(plan, turnedPlan)
}

/** Set mode, features, size, person, area: the same for all the chosen. A person only stays at an assigned desk. */
export function changeDesks(plan: EditedPlan, ids: Ids, change: Partial<Omit<EditedDesk, 'id'>>): EditedPlan {
  const next = changed(plan, ids, (desk) => {
    const after = { ...desk, ...change }
    return after.mode === 'assigned' || after.assigned_to === '' ? after : { ...after, assigned_to: '' }
  })
  return 'area' in change ? next : belonging(plan, next)
}

/** Give or take one feature, whatever else each of them has. */
export function giveFeature(
  plan: EditedPlan,
  ids: Ids,
  feature: EditedDesk['features'][number],
  has: boolean,
): EditedPlan {
  return changed(plan, ids, (desk) => {
    const others = desk.features.filter((other) => other !== feature)
    return { ...desk, features: has ? [...others, feature] : others }
  })
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** Bring one edge, or the middles, of all chosen desks onto one line of the box around them. */
export function alignDesks(plan: EditedPlan, ids: Ids, to: Alignment): EditedPlan {
  const around = boxAround(plan.desks.filter((desk) => ids.has(desk.id)))
  if (!around) return plan
  const aligned = changed(plan, ids, (desk) => {
    const box = outline(desk)
    const { dx, dy } = shiftTo(to, box, around)
    return { ...desk, x: metres(desk.x + dx), y: metres(desk.y + dy) }
  })
  return belonging(plan, aligned)
}

function shiftTo(to: Alignment, box: Box, around: Box): { dx: number; dy: number } {
  switch (to) {
    case 'left':
      return { dx: around.x - box.x, dy: 0 }
    case 'centre':
      return { dx: around.x + around.width / 2 - box.x - box.width / 2, dy: 0 }
    case 'right':
      return { dx: around.x + around.width - box.x - box.width, dy: 0 }
    case 'top':
      return { dx: 0, dy: around.y - box.y }
    case 'middle':
      return { dx: 0, dy: around.y + around.height / 2 - box.y - box.height / 2 }
    case 'bottom':
      return { dx: 0, dy: around.y + around.height - box.y - box.height }
  }
}

/** Leave equal gaps between the chosen desks, the outermost where they are. Fewer than three stay as they are. */
export function spreadDesks(plan: EditedPlan, ids: Ids, along: 'x' | 'y'): EditedPlan {
  const length = along === 'x' ? 'width' : 'height'
  const chosen = plan.desks
    .filter((desk) => ids.has(desk.id))
    .map((desk) => ({ desk, box: outline(desk) }))
    .sort((a, b) => a.box[along] - b.box[along])
  const first = chosen[0]
  const last = chosen.at(-1)
  if (chosen.length < 3 || !first || !last) return plan
  const room = last.box[along] + last.box[length] - first.box[along]
  const gap = (room - chosen.reduce((sum, { box }) => sum + box[length], 0)) / (chosen.length - 1)
  const shifts = new Map<number, number>()
  let at = first.box[along]
  for (const { desk, box } of chosen) {
    shifts.set(desk.id, at - box[along])
    at += box[length] + gap
  }
  const spread = changed(plan, ids, (desk) => ({
    ...desk,
    [along]: metres(desk[along] + (shifts.get(desk.id) ?? 0)),
  }))
  return belonging(plan, spread)
}

/** A desk with its middle at a place, in the area there, with that area's next free code. */
export function addDesk(plan: EditedPlan, at: { x: number; y: number }): { plan: EditedPlan; id: number } {
  const id = nextId(plan.desks)
  const area = areaAt(plan.areas, at)
  const [code = ''] = freeCodes(plan, area, 1)
  const desk: EditedDesk = {
    id,
    code,
    area,
    x: metres(at.x - USUAL_DESK.width / 2),
    y: metres(at.y - USUAL_DESK.height / 2),
    ...USUAL_DESK,
    rotation: 0,
    mode: 'bookable',
    features: [],
    assigned_to: '',
  }
  return { plan: { ...plan, desks: [...plan.desks, desk] }, id }
}

/** Copies of the chosen desks to their right (below where the floor ends), numbered on, assigned to nobody. */
export function copyDesks(plan: EditedPlan, ids: Ids): { plan: EditedPlan; ids: Set<number> } {
  const chosen = plan.desks.filter((desk) => ids.has(desk.id))
  const box = boxAround(chosen)
  if (!box) return { plan, ids: new Set() }
  const beside = box.width + COPY_GAP_METRES
  const fits = box.x + box.width + beside <= plan.width
  const dx = fits ? beside : 0
  const dy = fits ? 0 : box.height + COPY_GAP_METRES
  let next = plan
  const copies = new Set<number>()
  for (const desk of chosen) {
    const copy = { ...desk, id: nextId(next.desks), x: metres(desk.x + dx), y: metres(desk.y + dy) }
    copy.area = areaAt(plan.areas, middle(copy)) || desk.area
    copy.code = freeCodes(next, copy.area, 1)[0] ?? ''
    copy.assigned_to = ''
    copies.add(copy.id)
    next = { ...next, desks: [...next.desks, copy] }
  }
  return { plan: next, ids: copies }
}

export function removeDesks(plan: EditedPlan, ids: Ids): EditedPlan {
  return { ...plan, desks: plan.desks.filter((desk) => !ids.has(desk.id)) }
}

/** Give each desk of `codes` its new code. */
export function renumberDesks(plan: EditedPlan, codes: ReadonlyMap<number, string>): EditedPlan {
  return changed(plan, new Set(codes.keys()), (desk) => ({ ...desk, code: codes.get(desk.id) ?? desk.code }))
}

function changed(plan: EditedPlan, ids: Ids, change: (desk: EditedDesk) => EditedDesk): EditedPlan {
  return { ...plan, desks: plan.desks.map((desk) => (ids.has(desk.id) ? change(desk) : desk)) }
}
