import type { ReactNode } from 'react'
import { useState } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import type { HalfState } from '#/api/half-state'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { SegmentedControl } from '#/ui/SegmentedControl'
import type { Half, Part, Place } from './queries'
import type { UsualDesk } from './usual-desk'

/** Everything a cell can lead to; `part` says for how much of the day. */
export type MenuChoice =
  | 'usualDesk'
  | 'nearDesk'
  | 'anyDesk'
  | 'map'
  | 'office'
  | 'home'
  | 'satellite'
  | 'trip'
  | 'leave'
  | 'usual'
  | 'giveUp'
  | 'openRequest'
  | 'dropRequest'

interface ChoiceMenuProps {
  half: Half
  /** Both halves say the same: then the whole day is meant until another is chosen. */
  whole: boolean
  state: HalfState
  usual: UsualDesk | null
  onChoose: (choice: MenuChoice, part: Part) => void
}

/** Where will I be: one tap a choice, by mouse, arrows or finger. */
export function ChoiceMenu({ half, whole, state, usual, onChoose }: ChoiceMenuProps) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const [part, setPart] = useState<Part>(whole ? 'full' : half)
  const request = requestOf(state)
  return (
    <div className="flex w-66 flex-col gap-2">
      <SegmentedControl
        wide
        label={everyday('book.part')}
        value={part === 'full' ? 'full' : half}
        segments={[
          { value: 'full', label: everyday('part.full') },
          { value: half, label: everyday(`part.${half}`) },
        ]}
        onChange={setPart}
      />
      <Menu
        aria-label={t('menu.label')}
        autoFocus="first"
        className="flex flex-col outline-none"
        onAction={(key) => onChoose(key as MenuChoice, part)}
      >
        {request && (
          <Section title={t('menu.request')}>
            <Item id="openRequest">
              {t(state.kind === 'pending' && state.state === 'returned' ? 'menu.mend' : 'menu.open')}
            </Item>
            {request.droppable && (
              <Item id="dropRequest">{t(state.kind === 'pending' ? 'menu.withdraw' : 'menu.cancel')}</Item>
            )}
          </Section>
        )}
        <Section title={everyday('place.office')} place="office">
          {usual && <Item id="usualDesk">{t('menu.usualDesk', { desk: usual.code })}</Item>}
          <Item id="nearDesk">{t('menu.nearDesk')}</Item>
          <Item id="anyDesk">{t('menu.anyDesk')}</Item>
          <Item id="map">{t('menu.map')}</Item>
          {state.kind !== 'noDesk' && state.kind !== 'desk' && <Item id="office">{t('menu.office')}</Item>}
          {state.kind === 'desk' && <Item id="giveUp">{t('menu.giveUp', { desk: state.code })}</Item>}
        </Section>
        <Section title={t('menu.elsewhere')}>
          <Item id="home" place="home">
            {t('menu.home')}
          </Item>
          <Item id="satellite" place="satellite">
            {t('menu.satellite')}
          </Item>
          <Item id="trip" place="trip">
            {everyday('place.trip')}
          </Item>
          <Item id="leave" place="leave">
            {everyday('place.leave')}
          </Item>
          {(state.kind === 'own' || state.kind === 'noDesk') && <Item id="usual">{t('menu.usual')}</Item>}
        </Section>
      </Menu>
    </div>
  )
}

/** The request a cell shows, and whether its person may still take it back. */
export function requestOf(state: HalfState): { id: number; droppable: boolean } | null {
  if (state.kind === 'pending') return { id: state.request, droppable: true }
  if (state.kind === 'telework' && state.request !== null)
    return { id: state.request, droppable: state.state === 'approved' }
  return null
}

function Section({ title, place, children }: { title: string; place?: Place; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <MenuSection className="border-t border-hair pt-2 first:border-t-0 first:pt-0 [&+section]:mt-1">
      <Header className="flex items-center gap-2 px-2 text-sm text-quiet">
        {place && <PlaceLetter place={place} letter={t(`placeLetter.${place}`)} />}
        {title}
      </Header>
      {children}
    </MenuSection>
  )
}

function Item({ id, place, children }: { id: MenuChoice; place?: Place; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <MenuItem
      id={id}
      textValue={String(children)}
      className="flex min-h-11 cursor-pointer items-center gap-2 rounded-4 px-2 leading-[1.4] outline-none data-[focused]:bg-ground data-[focus-visible]:outline-4 data-[focus-visible]:-outline-offset-4 data-[focus-visible]:outline-black"
    >
      {place && <PlaceLetter place={place} letter={t(`placeLetter.${place}`)} />}
      {children}
    </MenuItem>
  )
}
