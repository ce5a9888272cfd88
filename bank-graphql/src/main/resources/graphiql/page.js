// Queries go over HTTP, with the cookie of whoever is logged in; subscriptions over a WebSocket.
const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: `${scheme}//${location.host}/graphql` })
const defaultQuery = `# The bank's operations are in the documentation, at the book to the left. This one is for everybody:
subscription company {
  stream_transactions(iban: "NL66OPEN0000000000") {
    id
    changed_by
    direction
    from_to
    descr
    new_balance
  }
}
`
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, defaultQuery }))
