import { api } from './client'
import type { components } from './generated/schema'

type Schemas = components['schemas']
export type LayoutDraft = Schemas['LayoutDraft']
export type LayoutDraftBrief = Schemas['LayoutDraftBrief']
export type LayoutVersion = Schemas['LayoutVersion']
export type DraftReview = Schemas['DraftReview']
export type DraftMistake = Schemas['DraftMistake']
export type Displaced = Schemas['Displaced']

/** Drafts neither published nor put away. */
export const draftsOptions = () => api.queryOptions('get', '/layout-drafts/', {})

/** One draft with all it holds; the editor reads it once and then holds the newest itself. */
export const draftOptions = (id: number) =>
  api.queryOptions('get', '/layout-drafts/{id}/', { params: { path: { id } } }, { staleTime: 0 })

/** What of the saved draft has to be mended, what it changes and whom that displaces. */
export const reviewOptions = (id: number) =>
  api.queryOptions('get', '/layout-drafts/{id}/review/', { params: { path: { id } } }, { staleTime: 0 })

/** Every version of every floor, the latest day first. */
export const versionsOptions = () => api.queryOptions('get', '/layouts/', {})

/** The departments of today, for pickers. */
export const departmentsOptions = () => api.queryOptions('get', '/departments/', {}, { staleTime: 600_000 })
