import { useConnection, useOnline } from '../endpoint/EndpointContext'

/** Says when what is shown may be old, and nothing otherwise: a bank on this machine is there without a network, too. */
export function ConnectionNotice() {
  const lost = useConnection() === 'lost'
  const online = useOnline()
  return (
    <div role="status" id="connection" className={lost ? 'notice' : undefined}>
      {lost && (online ? LOST : OFFLINE)}
    </div>
  )
}

const LOST = 'The connection to the bank is lost. Reconnecting; nothing will be missed.'
const OFFLINE = 'You are offline. The page goes on as soon as there is a network.'
