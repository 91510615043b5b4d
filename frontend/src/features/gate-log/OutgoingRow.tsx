import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { bytes } from './numbers'
import { type Outgoing, sendAgain, stopSending, takeOff } from './outbox'
import { ProgressBar } from './ProgressBar'

/** A file on its way to the server: how many of its bytes are there, and what can be done. */
export function OutgoingRow({ outgoing: { id, file, standing } }: { outgoing: Outgoing }) {
  const { t } = useTranslation('gateLog')
  const words = useProblemWords()
  const said = useRef<HTMLParagraphElement>(null)
  const goes = standing.kind === 'waiting' || standing.kind === 'sending'
  const ended = standing.kind === 'stopped' || standing.kind === 'failed'
  const acts = goes || ended
  const acted = useRef(acts)

  // Synchronises the browser's focus: the button is gone once the file has arrived.
  useEffect(() => {
    if (!acts && acted.current && document.activeElement === document.body) said.current?.focus()
    acted.current = acts
  }, [acts])

  return (
    <div className="flex flex-col gap-2">
      <p>
        <b className="me-3 break-all">{file.name}</b>
        <span className="text-sm text-quiet">{bytes(file.size)}</span>
      </p>
      {standing.kind === 'sending' && <Progress file={file} sent={standing.bytes} />}
      <p ref={said} tabIndex={-1} role="status" className="flex items-start gap-2 empty:hidden">
        {standing.kind === 'waiting' && t('send.waiting')}
        {standing.kind === 'stopped' && t('send.stopped')}
        {standing.kind === 'arrived' && (
          <>
            <CheckIcon size={20} className="mt-1 text-free" />
            {t(standing.known ? 'known' : 'sent', { name: file.name })}
          </>
        )}
      </p>
      {standing.kind === 'failed' && <Failed words={words(standing.error)} />}
      {acts && (
        <div className="flex flex-wrap gap-2">
          <Button
            kind="quiet"
            size="small"
            aria-label={t(goes ? 'send.stopOf' : 'send.againOf', { name: file.name })}
            onPress={() => (goes ? stopSending(id) : sendAgain(id))}
          >
            {t(goes ? 'send.stop' : 'send.again')}
          </Button>
          {ended && (
            <Button
              kind="link"
              className="px-2"
              aria-label={t('send.takeOffOf', { name: file.name })}
              onPress={() => takeOff(id)}
            >
              {t('send.takeOff')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Progress({ file, sent }: { file: File; sent: number }) {
  const { t } = useTranslation('gateLog')
  const percent = file.size === 0 ? 100 : Math.floor((sent / file.size) * 100)
  const words =
    sent >= file.size
      ? t('send.finishing')
      : t('send.reached', { percent, sent: bytes(sent), all: bytes(file.size) })
  return <ProgressBar label={t('send.progressOf', { name: file.name })} percent={percent} words={words} />
}

function Failed({ words: { title, lines } }: { words: { title: string; lines: readonly string[] } }) {
  const { t } = useTranslation('gateLog')
  return <RefusedNotice words={{ title, lines: [...lines, t('send.kept')] }} />
}
