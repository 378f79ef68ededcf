(function () {
  var leave = document.querySelector(".dock__leave");
  if (leave) leave.addEventListener("click", function (event) {
    event.preventDefault();
    document.title = document.body.textContent = "";
    location.replace(leave.href);
  });
})();
