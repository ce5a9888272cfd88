import { useConnection, useOnline } from '../endpoint/EndpointContext'

/** Says when what is shown may be old, and nothing otherwise. */
export function ConnectionNotice() {
  const connection = useConnection()
  const online = useOnline()
  const text = online
    ? connection === 'lost'
      ? 'The connection to the bank is lost. Reconnecting; nothing will be missed.'
      : ''
    : 'You are offline. The page goes on as soon as there is a network.'
  return (
    <div role="status" id="connection" data-connection={online ? connection : 'offline'} className={text === '' ? undefined : 'notice'}>
      {text}
    </div>
  )
}
