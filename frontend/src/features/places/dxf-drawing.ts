import type { components } from '#/api/generated/schema'

/** A drawing from CAD, taken apart: its layers, its blocks, and how large it is. */
export type DxfDrawing = components['schemas']['DxfDrawing']
