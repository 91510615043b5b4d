import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { PlusIcon } from '#/ui/icons'
import { PagePart } from '#/ui/PagePart'
import { LinkCard } from './LinkCard'
import { Loaded } from './Loaded'
import { NewLink } from './NewLink'
import { type Links as All, linksOptions } from './queries'
import { nameOfLink } from './wish'

/** How often the state is looked at while the screen is open, in milliseconds. */
const LOOK_EVERY = 15_000

/** カレンダーとつなぐ: what is linked and how it is, and the way to link another. */
export function Links() {
  const { t } = useTranslation('calendar')
  const query = useQuery({ ...linksOptions(), refetchInterval: LOOK_EVERY })
  return (
    <PagePart id="links" title={t('links.title')} lead={t('links.lead')}>
      <Loaded query={query} failed={t('links.failed')}>
        {(all) => <Linked {...all} />}
      </Loaded>
    </PagePart>
  )
}

function Linked({ links, kinds, most }: All) {
  const { t } = useTranslation('calendar')
  const [adding, setAdding] = useState(false)
  const here = useRef<HTMLDivElement>(null)
  const senderBut = (id: number | null) => {
    const sender = links.find((link) => link.sends && link.id !== id)
    return sender ? nameOfLink(sender) : null
  }
  const close = () => {
    setAdding(false)
    // The form goes away with the focus in it: the keyboard goes on here.
    requestAnimationFrame(() => here.current?.focus({ preventScroll: true }))
  }
  const add = (
    <Button
      className="self-start"
      icon={<PlusIcon size={20} />}
      onPress={() => {
        setAdding(true)
        requestAnimationFrame(() => here.current?.querySelector('input')?.focus())
      }}
    >
      {t('links.add')}
    </Button>
  )
  return (
    <div ref={here} tabIndex={-1} className="flex flex-col gap-4">
      {links.length > 0 && (
        <ul className="flex flex-col gap-4">
          {links.map((link) => (
            <LinkCard
              key={link.id}
              link={link}
              sender={senderBut(link.id)}
              onEnded={() => here.current?.focus()}
            />
          ))}
        </ul>
      )}
      {kinds.length === 0 ? (
        links.length === 0 && <EmptyState title={t('links.notHere')}>{t('links.notHereLead')}</EmptyState>
      ) : adding ? (
        <NewLink kinds={kinds} sender={senderBut(null)} onClose={close} />
      ) : links.length === 0 ? (
        <EmptyState title={t('links.none')} action={add}>
          {t('links.noneLead')}
        </EmptyState>
      ) : links.length < most ? (
        add
      ) : (
        <p className="text-sm text-quiet">{t('links.most', { count: most })}</p>
      )}
    </div>
  )
}
