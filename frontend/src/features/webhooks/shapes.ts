import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

export type Webhook = Schemas['Webhook']
export type WebhookKind = Schemas['WebhookKind']
export type Made = Schemas['WebhookWithSecret']
export type Delivery = Schemas['Delivery']
export type DeliveryState = Delivery['state']
export type Trouble = NonNullable<Webhook['trouble']>

/** What is asked for when a webhook is made or changed. */
export interface Wanted {
  name: string
  address: string
  kinds: string[]
  departments: number[]
}
